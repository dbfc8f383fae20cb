using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Holds troubles of what all clusters of a federation share against it.</summary>
/// <param name="regions">Of clusters and of users.</param>
internal sealed class FederationOutageAssembly(FederationSpec? federation, IReadOnlyList<string> regions)
{
    /// <summary>Nothing after an error.</summary>
    public IEnumerable<OutageSpec> Assemble(OutageSpec outage, FieldReader fields)
    {
        var facts = OutageKinds.Of(outage.Kind);
        OutageTargetCheck.CheckKeys(fields, facts);
        if (fields.Has("cluster")) fields.ErrorAt("cluster", $"{facts.Name} strikes no single cluster; allowed is none");
        if (federation is null)
        {
            fields.ErrorAt("kind", $"{facts.Name} strikes a federation, and there is none; it comes with the key 'federation'");
        }
        else if (facts.Reach == OutageReach.TwoRegions) CheckRegions(outage, fields);
        return federation is null ? [] : [outage with { Cluster = FederationSpec.Site }];
    }

    private void CheckRegions(OutageSpec outage, FieldReader fields)
    {
        if (!fields.Has("regions")) fields.Error("the key 'regions' is missing; allowed are two different regions");
        foreach (var region in (string[])[outage.Regions?.One ?? "", outage.Regions?.Other ?? ""])
        {
            if (region.Length == 0 || regions.Contains(region)) continue;
            fields.ErrorAt(
                "regions",
                $"no region '{Wording.Shortened(region)}'{Wording.DidYouMean(region, regions)}; the regions are {Wording.Listed(regions)}");
        }
    }
}
