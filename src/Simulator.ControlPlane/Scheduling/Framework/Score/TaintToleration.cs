using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Counts the taints of effect PreferNoSchedule that the pod does not tolerate; few are better.</summary>
public sealed class TaintToleration : IScore
{
    public string Name => PluginNames.TaintToleration;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        if (node.Taints.Count == 0) return 0;
        var tolerations = (pass.Pod.Spec.Tolerations.Value ?? [])
            .Where(toleration => toleration.Effect is "" or Tolerance.PreferNoSchedule)
            .ToList();
        return node.Taints.Count(taint => taint.Effect == Tolerance.PreferNoSchedule && !Tolerance.Covers(tolerations, taint));
    }
}
