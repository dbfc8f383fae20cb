using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>
/// Resources, host name, host ports and node selector, in that order: the first that fails is the reason (predicates.go,
/// GeneralPredicates).
/// </summary>
public sealed class GeneralPredicates : IPredicate
{
    private static readonly IPredicate[] InOrder =
        [new PodFitsResources(), new PodFitsHost(), new PodFitsHostPorts(), new MatchNodeSelector()];

    public IReadOnlyList<IPredicate> Parts => InOrder;

    public bool CanReject(Pod pod) => true;

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        foreach (var part in InOrder)
        {
            if (!part.CanReject(pod)) continue;
            var verdict = part.Check(pod, node, state);
            if (!verdict.IsFit) return verdict;
        }

        return Verdict.Fits;
    }
}
