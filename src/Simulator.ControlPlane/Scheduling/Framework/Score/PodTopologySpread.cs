using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;
using Simulator.ControlPlane.Scheduling.Framework.PreScore;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>How crowded the node's values are by the soft spread constraints; few are better.</summary>
public sealed class PodTopologySpread : IScore
{
    public string Name => PluginNames.PodTopologySpread;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        if (pass.State.Find<SpreadWorth>() is not { } worth || worth.Ignored.Contains(node.Name)) return 0;
        var score = 0.0;
        for (var i = 0; i < worth.Constraints.Count; i++)
        {
            var constraint = worth.Constraints[i];
            var count = PreScore.PodTopologySpread.IsHostname(constraint)
                ? SpreadConstraints.Count(node, constraint, pass.Pod.Namespace)
                : worth.Of(constraint.Key, node.Labels[constraint.Key]);
            score += (count * worth.Weights[i]) + (constraint.MaxSkew - 1);
        }

        return (long)score;
    }
}
