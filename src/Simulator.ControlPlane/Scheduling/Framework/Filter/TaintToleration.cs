using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>Taints of the effects NoSchedule and NoExecute must be tolerated.</summary>
public sealed class TaintToleration : IFilter
{
    public string Name => PluginNames.TaintToleration;

    public Status? Filter(Pass pass, CycleState state, NodeState node)
    {
        if (node.Taints.Count == 0) return null;
        foreach (var taint in node.Taints)
        {
            if (Tolerance.KeepsAway(taint) && !Tolerance.Covers(pass.Pod.Spec.Tolerations.Value ?? [], taint)) return Untolerated(taint);
        }

        return null;
    }

    private Status Untolerated(Taint taint) =>
        Status.Unresolvable(Name, $"node(s) had taint {{{taint.Key}: {taint.Value}}}, that the pod didn't tolerate");
}
