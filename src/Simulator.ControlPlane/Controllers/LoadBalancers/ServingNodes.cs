using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.LoadBalancers;

/// <summary>Nodes that load balancers send to: those that are Ready and not cordoned (getNodeConditionPredicate of 1.3.10).</summary>
internal sealed class ServingNodes
{
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Grows with every change of the set.</summary>
    public long Version { get; private set; }

    /// <summary>In name order.</summary>
    public IReadOnlyList<string> Names => [.. _names];

    public static bool Serves(Node node) =>
        !node.Spec.Unschedulable && node.Status.Condition(NodeConditionType.Ready)?.Status == ConditionStatus.True;

    public void Observe(WatchEventType type, Node node)
    {
        var isChanged = type != WatchEventType.Deleted && Serves(node) ? _names.Add(node.Name) : _names.Remove(node.Name);
        if (isChanged) Version++;
    }
}
