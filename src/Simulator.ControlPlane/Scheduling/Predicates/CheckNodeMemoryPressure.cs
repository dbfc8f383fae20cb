using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>Keeps best-effort pods off nodes that are short of memory (predicates.go, CheckNodeMemoryPressurePredicate).</summary>
public sealed class CheckNodeMemoryPressure : IPredicate
{
    public bool CanReject(Pod pod) => PodFacts.Of(pod.Spec).IsBestEffort;

    public bool IsNodeLocal(Pod pod) => true;

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state) => Verdict.FitsIf(
        !PodFacts.Of(pod.Spec).IsBestEffort
            || node.Node!.Status.Condition(NodeConditionType.MemoryPressure)?.Status != ConditionStatus.True,
        "NodeUnderMemoryPressure");
}
