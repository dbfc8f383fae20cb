using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>All filters on one node, in their order; the first that says no speaks for the node.</summary>
/// <param name="changes">What keeps the counts of pre-filters true.</param>
public sealed class FilterChain(IReadOnlyList<IFilter> filters, IReadOnlyList<IPodChanges> changes, Nominations nominations)
{
    /// <summary>
    /// Pods of at least the same priority for which room is kept there count first as if they ran; if the pod fits so, it must fit without
    /// them, too, since they may never come.
    /// </summary>
    public Status? Check(Pass pass, CycleState state, NodeState node)
    {
        if (WithNominated(pass, state, node) is { } expected && Run(pass, expected.State, expected.Node) is { } status) return status;
        return Run(pass, state, node);
    }

    /// <summary>The filters as they are, without nominated pods.</summary>
    public Status? Run(Pass pass, CycleState state, NodeState node)
    {
        foreach (var filter in filters)
        {
            if (filter.Filter(pass, state, node) is { } status) return status;
        }

        return null;
    }

    /// <summary>A pod is thought away from a node, or back to it.</summary>
    public void Change(Pass pass, CycleState state, NodePod other, NodeState node, int change)
    {
        if (change > 0) node.Add(other);
        else node.Remove(other);
        foreach (var counted in changes) counted.Change(pass, state, other, node, change);
    }

    private (CycleState State, NodeState Node)? WithNominated(Pass pass, CycleState state, NodeState node)
    {
        if (nominations.On(node.Name) is not { Count: > 0 } nominated) return null;
        var before = nominated.Where(other => Precedes(other, pass.Pod)).ToList();
        if (before.Count == 0) return null;
        var (copiedState, copiedNode) = (state.Copy(), node.Copy());
        foreach (var other in before) Change(pass, copiedState, new NodePod(other), copiedNode, 1);
        return (copiedState, copiedNode);
    }

    private static bool Precedes(Pod other, Pod pod) =>
        NodePod.PriorityOf(other) >= NodePod.PriorityOf(pod) && other.Metadata.Uid != pod.Metadata.Uid;
}
