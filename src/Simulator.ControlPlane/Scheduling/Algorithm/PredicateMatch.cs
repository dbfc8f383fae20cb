using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Algorithm;

/// <summary>By predicates.</summary>
public sealed class PredicateMatch : INodeMatch
{
    private static readonly MatchNodeSelector Selector = new();
    private static readonly PodToleratesNodeTaints Taints = new();
    private static readonly ClusterState NothingElse = new();

    public bool Selects(Pod pod, NodeInfo node) => Selector.Check(pod, node, NothingElse).IsFit;

    public bool Tolerates(Pod pod, NodeInfo node) => Taints.Check(pod, node, NothingElse).IsFit;
}
