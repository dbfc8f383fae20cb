using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>Every NoSchedule taint is tolerated (predicates.go, PodToleratesNodeTaints).</summary>
public sealed class PodToleratesNodeTaints : INodeLocalPredicate
{
    public bool CanReject(Pod pod) => true;

    public void Describe(Pod pod, ShapeText shape) => shape.Add(pod.Spec.Tolerations);

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        var taints = node.Taints;
        var tolerations = pod.Spec.Tolerations;
        if (taints.Error is not null) return Verdict.Fails(taints.Error);
        if (tolerations.Error is not null) return Verdict.Fails(tolerations.Error);
        if (taints.Value is not { Count: > 0 }) return Verdict.Fits;

        // Quirk: without any toleration a node with taints is refused, even if all of them only say PreferNoSchedule.
        var fits = tolerations.Value is { Count: > 0 } && taints.Value.All(taint =>
            taint.Effect == TaintRules.PreferNoSchedule || TaintRules.IsTolerated(taint, tolerations.Value));
        return Verdict.FitsIf(fits, "PodToleratesNodeTaints");
    }
}
