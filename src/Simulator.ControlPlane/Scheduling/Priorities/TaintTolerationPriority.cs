using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>Prefers nodes with few PreferNoSchedule taints that the pod does not tolerate (taint_toleration.go).</summary>
public sealed class TaintTolerationPriority : CountedPriority
{
    public override void Describe(Pod pod, ShapeText shape) => shape.Add(pod.Spec.Tolerations);

    public override bool TryCount(Pod pod, NodeInfo node, out int count)
    {
        count = 0;
        var taints = node.Taints;
        if (taints.IsBroken || pod.Spec.Tolerations.IsBroken) return false;
        if (taints.Value is not { Count: > 0 }) return true;
        var tolerations = (pod.Spec.Tolerations.Value ?? []).Where(t => t.Effect is "" or TaintRules.PreferNoSchedule).ToList();
        count = taints.Value.Count(taint => taint.Effect == TaintRules.PreferNoSchedule && !TaintRules.IsTolerated(taint, tolerations));
        return true;
    }

    public override long Scale(int count, int max) => max > 0 ? (long)((1.0 - ((double)count / max)) * 10) : 10;
}
