using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>Keeps best-effort pods off nodes that are short of memory (predicates.go, CheckNodeMemoryPressurePredicate).</summary>
public sealed class CheckNodeMemoryPressure : INodeLocalPredicate
{
    public bool CanReject(Pod pod) => PodFacts.Of(pod.Spec).IsBestEffort;

    public void Describe(Pod pod, ShapeText shape) => shape.Add(PodFacts.Of(pod.Spec).IsBestEffort ? 1 : 0);

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state) => Verdict.FitsIf(
        !PodFacts.Of(pod.Spec).IsBestEffort
            || node.Node!.Status.Condition(NodeConditionType.MemoryPressure)?.Status != ConditionStatus.True,
        "NodeUnderMemoryPressure");
}
