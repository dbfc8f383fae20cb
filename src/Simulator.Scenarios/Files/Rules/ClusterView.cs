using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>A cluster with all that a scenario ever brings into it.</summary>
internal sealed class ClusterView
{
    private readonly Dictionary<string, IReadOnlySet<string>> _values = new(StringComparer.Ordinal);

    private IReadOnlyList<NodeInfo>? _nodes;

    private IReadOnlyList<NodeInfo>? _modernNodes;

    public ClusterView(ClusterSpec cluster, IReadOnlyList<PlacedObject> objects)
    {
        (Cluster, Objects) = (cluster, objects);
        Pods = [.. objects.Select(PodUse.Of).OfType<PodUse>()];
    }

    public ClusterSpec Cluster { get; }

    public IReadOnlyList<PlacedObject> Objects { get; }

    public IReadOnlyList<PodUse> Pods { get; }

    /// <summary>As the scheduler sees them while they are empty, in the order of their names.</summary>
    public IReadOnlyList<NodeInfo> Nodes => _nodes ??= NodesOf(Cluster);

    /// <summary>As they would be with the labels of later versions.</summary>
    public IReadOnlyList<NodeInfo> ModernNodes => _modernNodes ??= NodesOf(Cluster with { ModernNodeLabels = true });

    /// <summary>The values that a label has on the nodes; none if no node has it.</summary>
    public IReadOnlySet<string> ValuesOf(string label)
    {
        if (_values.TryGetValue(label, out var values)) return values;
        values = Nodes.Select(node => node.Labels.TryGetValue(label, out var value) ? value : null).OfType<string>().ToHashSet(StringComparer.Ordinal);
        _values.Add(label, values);
        return values;
    }

    private static IReadOnlyList<NodeInfo> NodesOf(ClusterSpec cluster)
    {
        var cache = new SchedulerCache();
        foreach (var placed in NodeFactory.NodesOf(cluster)) cache.SetNode(placed.Node);
        return [.. cache.Nodes.Reverse()];
    }
}
