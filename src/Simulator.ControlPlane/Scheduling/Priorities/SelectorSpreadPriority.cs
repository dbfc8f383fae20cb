using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>Spreads the pods of one service or controller over nodes and zones (selector_spreading.go).</summary>
/// <param name="kinds">Whose selectors count: <c>ServiceSpreadingPriority</c> looks at services only.</param>
public sealed class SelectorSpreadPriority(SelectorKinds kinds) : IPriority
{
    public SelectorKinds Kinds => kinds;

    public PriorityScores Score(Pod pod, IReadOnlyList<NodeInfo> fitNodes, ClusterState state)
    {
        var selectors = SpreadSelectors.Of(pod, kinds, state);
        var counts = new int[fitNodes.Count];
        var spread = new SpreadTotals();
        for (var i = 0; i < counts.Length && !selectors.IsEmpty; i++)
        {
            counts[i] = CountOn(fitNodes[i], pod, selectors);
            spread.Add(fitNodes[i].Zone, counts[i], nodes: 1);
        }

        return PriorityScores.Of([.. fitNodes.Select((node, i) => (long?)spread.Score(node.Zone, counts[i]))]);
    }

    /// <summary>Pods of the namespace that match any selector and are not being deleted.</summary>
    private static int CountOn(NodeInfo node, Pod pod, SpreadSelectors selectors) => node.Pods.Count(existing =>
        existing.Pod.Namespace == pod.Namespace && !existing.IsBeingDeleted && selectors.Matches(existing.Pod.Metadata.Labels));
}
