using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Holds outages against the clusters that they strike.</summary>
internal sealed class OutageAssembly(IReadOnlyList<ClusterSpec> clusters, TimeSpan duration)
{
    private readonly ClusterChoice _choice = new(clusters);

    public IReadOnlyList<OutageSpec> Assemble(IReadOnlyList<Placed<OutageSpec>> outages) => [.. outages.SelectMany(Assemble)];

    /// <summary>An outage of a region becomes one of each of its clusters.</summary>
    private IEnumerable<OutageSpec> Assemble(Placed<OutageSpec> placed)
    {
        var (outage, fields) = (placed.Value, placed.Fields);
        CheckTime(outage, fields);
        CheckParameters(outage, fields);
        if (outage.Where is { Scope: PlaceScope.Region } region) return InRegion(outage, region, fields);
        if (_choice.Of(outage.Cluster, fields) is not { } cluster) return [];
        CheckTarget(outage, fields, cluster);
        return [outage with { Cluster = cluster.Name }];
    }

    private void CheckTime(OutageSpec outage, FieldReader fields)
    {
        if (duration > TimeSpan.Zero && outage.At >= duration) fields.ErrorAt("at", $"{GoDuration.Format(outage.At)} is not before the end of the run ({GoDuration.Format(duration)})");
    }

    /// <summary>Keys that this kind of trouble does not look at.</summary>
    private static void CheckParameters(OutageSpec outage, FieldReader fields)
    {
        var facts = OutageKinds.Of(outage.Kind);
        if (outage.Kind == OutageKind.Reboot && fields.Has("for")) fields.ErrorAt("for", "a reboot takes as long as a boot (calibration.bootDuration); allowed is a power-loss with a duration");
        else if (facts.EndsByItself && outage.Kind != OutageKind.Maintenance) Refuse("for", $"{facts.Name} has no duration");
        if (!facts.HasFactor) Refuse("factor", $"{facts.Name} slows nothing down; allowed with {Wording.Listed(OutageKinds.All.Where(kind => kind.HasFactor).Select(kind => kind.Name))}");
        if (facts.Reach != OutageReach.Machines) Refuse("share", $"{facts.Name} strikes no machines");
        if (facts.Reach != OutageReach.Machines || outage.Kind == OutageKind.Maintenance) Refuse("rolling", $"allowed with kinds that strike machines all at once; {facts.Name} does not");
        if (outage.Kind != OutageKind.Maintenance) Refuse("atOnce", "allowed with maintenance");
        if (outage.Kind != OutageKind.Maintenance) Refuse("settle", "allowed with maintenance");
        if (facts.Reach != OutageReach.Instances) Refuse("instance", $"allowed with {Wording.Listed(OutageKinds.All.Where(kind => kind.Reach == OutageReach.Instances).Select(kind => kind.Name))}");

        void Refuse(string key, string sentence)
        {
            if (fields.Has(key)) fields.ErrorAt(key, sentence);
        }
    }

    private IEnumerable<OutageSpec> InRegion(OutageSpec outage, Place region, FieldReader fields)
    {
        CheckTargets(fields, OutageKinds.Of(outage.Kind));
        var inside = clusters.Where(cluster => cluster.Region == region.Name && (outage.Cluster.Length == 0 || cluster.Name == outage.Cluster)).ToList();
        if (inside.Count == 0) fields.ErrorAt("region", $"no cluster lies in '{Wording.Shortened(region.Name)}'; the regions are {Wording.Listed(clusters.Select(cluster => cluster.Region).Distinct())}");
        return inside.Select(cluster => outage with { Cluster = cluster.Name });
    }

    private static void CheckTarget(OutageSpec outage, FieldReader fields, ClusterSpec cluster)
    {
        CheckTargets(fields, OutageKinds.Of(outage.Kind));
        CheckInstance(outage, fields, cluster);
        if (cluster.Zones.Count == 0) return;
        if (outage.Where is { } place) CheckPlace(fields, place, cluster);
        foreach (var zone in outage.Zones is { } pair ? new[] { pair.One, pair.Other } : []) CheckZone(fields, "zones", zone, cluster);
    }

    private static void CheckInstance(OutageSpec outage, FieldReader fields, ClusterSpec cluster)
    {
        var count = outage.Kind == OutageKind.EtcdDown ? cluster.Masters.EtcdMembers : cluster.Masters.Zones.Count;
        if (outage.Instance is { } instance && instance >= count) fields.ErrorAt("instance", $"no instance {instance}: cluster '{cluster.Name}' has {count}, counted from 0");
    }

    /// <summary>Kinds that strike machines want exactly one place, a partition two zones, the others nothing.</summary>
    private static void CheckTargets(FieldReader fields, OutageKindFacts facts)
    {
        IReadOnlyList<string> all = [.. OutageShape.Places.Keys, "zones"];
        IReadOnlyList<string> wanted = facts.Reach switch
        {
            OutageReach.Machines => [.. OutageShape.Places.Keys],
            OutageReach.TwoZones => ["zones"],
            _ => [],
        };
        var given = all.Where(fields.Has).ToList();
        foreach (var key in given.Except(wanted)) fields.ErrorAt(key, $"{facts.Name} strikes {(wanted.Count == 0 ? "no place; allowed is none" : $"{Wording.Listed(wanted)}; allowed is one of these")}");
        var fitting = given.Intersect(wanted).ToList();
        if (fitting.Count > 1) fields.ErrorAt(fitting[1], $"allowed is exactly one of {Wording.Listed(wanted)}");
        else if (fitting.Count == 0 && given.Count == 0 && wanted.Count > 0 && fields.Has("kind")) fields.Error($"has none of {Wording.Listed(wanted)}; allowed is exactly one");
    }

    private static void CheckPlace(FieldReader fields, Place place, ClusterSpec cluster)
    {
        var key = OutageShape.Places.First(entry => entry.Value == place.Scope).Key;
        if (place.Scope == PlaceScope.Zone) CheckZone(fields, key, place.Name, cluster);
        else CheckName(fields, key, place.Name, NamesOf(place.Scope, cluster));
    }

    private static IEnumerable<string> NamesOf(PlaceScope scope, ClusterSpec cluster) => NodeFactory.NodesOf(cluster).Select(placed => placed.NameOf(scope)).Distinct();

    private static void CheckZone(FieldReader fields, string key, string zone, ClusterSpec cluster)
    {
        if (!cluster.Zones.Contains(zone)) fields.ErrorAt(key, $"no zone '{Wording.Shortened(zone)}' in cluster '{cluster.Name}'; its zones are {Wording.Listed(cluster.Zones)}");
    }

    private static void CheckName(FieldReader fields, string key, string name, IEnumerable<string> known)
    {
        IReadOnlyList<string> names = [.. known];
        if (names.Count == 0 || names.Contains(name)) return;
        fields.ErrorAt(key, $"no {key} '{Wording.Shortened(name)}'{Wording.DidYouMean(name, names)}; the first is {names[0]}, the last {names[^1]}");
    }
}
