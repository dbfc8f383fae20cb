using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Holds the parts of a scenario against each other and puts them together.</summary>
internal static class ScenarioAssembly
{
    public static Scenario Assemble(Placed<ScenarioDraft> placed)
    {
        var draft = placed.Value;
        if (draft.Clusters.Count == 0 && placed.Fields.Has("clusters")) placed.Fields.ErrorAt("clusters", "the list is empty; allowed is at least one cluster");
        UniqueNames.Check(draft.Clusters, cluster => cluster.Name, "cluster");
        IReadOnlyList<ClusterSpec> clusters = [.. draft.Clusters.Select(cluster => ClusterAssembly.Assemble(cluster, draft.Duration))];
        var outages = new OutageAssembly(clusters, draft.Duration).Assemble(draft.Outages);
        return new Scenario
        {
            Name = draft.Name,
            Seed = (ulong)draft.Seed,
            Duration = draft.Duration,
            Clusters = clusters,
            Outages = outages,
            Expectations = [.. draft.Expectations.Select(expectation => expectation.Value)],
        };
    }
}
