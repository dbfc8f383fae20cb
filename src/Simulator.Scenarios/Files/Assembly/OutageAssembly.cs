using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>Holds outages against the clusters that they strike.</summary>
internal sealed class OutageAssembly(IReadOnlyList<ClusterSpec> clusters, TimeSpan duration)
{
    public IReadOnlyList<OutageSpec> Assemble(IReadOnlyList<Placed<OutageSpec>> outages)
    {
        var complete = new List<OutageSpec>();
        foreach (var placed in outages)
        {
            CheckTime(placed);
            var cluster = ClusterOf(placed);
            if (cluster is not null) CheckTarget(placed, cluster);
            var outage = placed.Value with { Cluster = cluster?.Name ?? "" };
            CheckOverlap(placed, outage, complete);
            complete.Add(outage);
        }

        return complete;
    }

    private void CheckTime(Placed<OutageSpec> placed)
    {
        var (outage, fields) = (placed.Value, placed.Fields);
        if (duration > TimeSpan.Zero && outage.At >= duration) fields.ErrorAt("at", $"{GoDuration.Format(outage.At)} is not before the end of the run ({GoDuration.Format(duration)})");
        if (outage is { Kind: OutageKind.Reboot, For: not null }) fields.ErrorAt("for", "a reboot takes as long as a boot (calibration.bootDuration); allowed is a power-loss with a duration");
    }

    private ClusterSpec? ClusterOf(Placed<OutageSpec> placed)
    {
        var (outage, fields) = (placed.Value, placed.Fields);
        if (outage.Cluster.Length == 0 && clusters.Count > 1) fields.Error($"the key 'cluster' is missing; the clusters are {Wording.Listed(Names)}");
        if (outage.Cluster.Length == 0) return clusters.Count == 1 ? clusters[0] : null;
        var cluster = clusters.FirstOrDefault(candidate => candidate.Name == outage.Cluster);
        if (cluster is null) fields.ErrorAt("cluster", $"no cluster '{Wording.Shortened(outage.Cluster)}'; the clusters are {Wording.Listed(Names)}");
        return cluster;
    }

    private IEnumerable<string> Names => clusters.Select(cluster => cluster.Name);

    private static void CheckTarget(Placed<OutageSpec> placed, ClusterSpec cluster)
    {
        var (outage, fields) = (placed.Value, placed.Fields);
        var targets = new[] { "zone", "rack", "node" }.Where(fields.Has).ToList();
        var wanted = outage.Kind == OutageKind.ApiServerDown ? 0 : 1;
        if (targets.Count > wanted) fields.ErrorAt(targets[wanted], wanted == 0 ? "the API server is the target of this kind; allowed is no zone, rack or node" : "allowed is exactly one of zone, rack and node");
        else if (targets.Count < wanted && fields.Has("kind")) fields.Error("has none of zone, rack and node; allowed is exactly one");
        if (outage.Zone is { } zone && cluster.Zones.Count > 0 && !cluster.Zones.Contains(zone)) fields.ErrorAt("zone", $"no zone '{Wording.Shortened(zone)}' in cluster '{cluster.Name}'; its zones are {Wording.Listed(cluster.Zones)}");
        if (outage.Rack is { } rack) CheckPlace(fields, "rack", rack, NodesOf(cluster).Select(node => node.Rack).Distinct());
        if (outage.Node is { } node) CheckPlace(fields, "node", node, NodesOf(cluster).Select(placed => placed.Node.Name));
    }

    private static void CheckPlace(FieldReader fields, string what, string name, IEnumerable<string> known)
    {
        IReadOnlyList<string> names = [.. known];
        if (names.Count == 0 || names.Contains(name)) return;
        fields.ErrorAt(what, $"no {what} '{Wording.Shortened(name)}'{Wording.DidYouMean(name, names)}; the first is {names[0]}, the last {names[^1]}");
    }

    /// <summary>None while zones or pools are wrong: their own errors say so.</summary>
    private static IEnumerable<NodeFactory.Placed> NodesOf(ClusterSpec cluster) =>
        cluster.Zones.Count == 0 ? [] : NodeFactory.NodesOf(cluster);

    /// <summary>The first end would bring an API server back while the second outage goes on.</summary>
    private static void CheckOverlap(Placed<OutageSpec> placed, OutageSpec outage, IReadOnlyList<OutageSpec> before)
    {
        if (outage.Kind != OutageKind.ApiServerDown) return;
        var other = before.FirstOrDefault(other => other.Kind == outage.Kind && other.Cluster == outage.Cluster && Overlap(other, outage));
        if (other is not null) placed.Fields.Error($"overlaps the outage of the same API server that begins at {GoDuration.Format(other.At)}");
    }

    private static bool Overlap(OutageSpec one, OutageSpec other) => one.At < EndOf(other) && other.At < EndOf(one);

    private static TimeSpan EndOf(OutageSpec outage) => outage.For is { } length && length < TimeSpan.MaxValue - outage.At ? outage.At + length : TimeSpan.MaxValue;
}
