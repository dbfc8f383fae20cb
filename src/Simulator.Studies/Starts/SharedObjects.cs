using Simulator.Api;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Studies.Starts;

/// <summary>
/// Gives variants of a scenario, which are read one after the other, the same instances of objects and nodes that have the same content.
/// May be used on several threads.
/// </summary>
internal sealed class SharedObjects
{
    /// <summary>So many are looked at for the same nodes, the newest first.</summary>
    private const int ClustersMax = 8;

    /// <summary>Then all are forgotten: variants that change their objects leave ever more behind.</summary>
    private const int ObjectsMax = 20_000;

    private readonly object _gate = new();
    private readonly Dictionary<string, ApiObject> _objects = new(StringComparer.Ordinal);
    private readonly List<ClusterSpec> _clusters = [];

    public Scenario Of(Scenario scenario)
    {
        lock (_gate)
        {
            if (_objects.Count > ObjectsMax) _objects.Clear();
            return scenario with { Clusters = [.. scenario.Clusters.Select(Of)] };
        }
    }

    private ClusterSpec Of(ClusterSpec cluster)
    {
        var shared = cluster with { Workloads = [.. cluster.Workloads.Select(Of)] };
        if (_clusters.Find(known => HaveSameNodes(known, shared)) is { } other) NodeFactory.Share(shared, other);
        _clusters.Insert(0, shared);
        if (_clusters.Count > ClustersMax) _clusters.RemoveAt(ClustersMax);
        return shared;
    }

    private WorkloadSpec Of(WorkloadSpec workload) =>
        workload with { Objects = [.. workload.Objects.Select(Of)], Refused = [.. workload.Refused.Select(Of)] };

    private ApiObject Of(ApiObject value)
    {
        var content = $"{value.Kind} {CanonicalText.Whole(value)}";
        if (!_objects.TryGetValue(content, out var known)) _objects.Add(content, known = value);
        return known;
    }

    private static bool HaveSameNodes(ClusterSpec one, ClusterSpec other)
    {
        var (nodes, others) = (NodeFactory.NodesOf(one), NodeFactory.NodesOf(other));
        return nodes.Count == others.Count && nodes.Zip(others).All(pair => AreSame(pair.First, pair.Second));
    }

    private static bool AreSame(in NodeFactory.Placed one, in NodeFactory.Placed other) =>
        (one with { Node = other.Node }) == other && CanonicalText.AreEqual(one.Node, other.Node);
}
