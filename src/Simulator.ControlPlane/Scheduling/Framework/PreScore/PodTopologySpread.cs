using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;

namespace Simulator.ControlPlane.Scheduling.Framework.PreScore;

/// <summary>Counts what soft spread constraints look at (podtopologyspread/scoring.go of 1.20).</summary>
public sealed class PodTopologySpread : IPreScore
{
    public string Name => PluginNames.PodTopologySpread;

    public Status? PreScore(Pass pass, IReadOnlyList<NodeState> fit)
    {
        if (SpreadConstraints.Of(pass, SpreadConstraints.Soft) is not { } constraints)
        {
            return Status.Error(Name, SpreadConstraints.Fault(pass, "soft", SpreadConstraints.Soft));
        }

        var worth = new SpreadWorth(constraints);
        pass.State.Set(worth);
        if (constraints.Count == 0) return null;
        var sizes = Survey(fit, worth);
        for (var i = 0; i < sizes.Length; i++)
        {
            var size = IsHostname(constraints[i]) ? fit.Count - worth.Ignored.Count : sizes[i];
            worth.Weights[i] = NaturalLogarithm.Of(size + 2);
        }

        foreach (var node in pass.Nodes) Count(pass, node, worth);
        return null;
    }

    /// <summary>The pods of one node are counted when it is scored.</summary>
    public static bool IsHostname(SpreadConstraint constraint) => constraint.Key == WellKnownLabels.Hostname;

    /// <summary>How many values each constraint is the first to know.</summary>
    private static int[] Survey(IReadOnlyList<NodeState> fit, SpreadWorth worth)
    {
        var sizes = new int[worth.Constraints.Count];
        foreach (var node in fit)
        {
            if (!SpreadConstraints.HasAllKeys(node, worth.Constraints))
            {
                worth.Ignored.Add(node.Name);
                continue;
            }

            for (var i = 0; i < sizes.Length; i++)
            {
                var constraint = worth.Constraints[i];
                if (!IsHostname(constraint) && worth.Know(constraint.Key, node.Labels[constraint.Key])) sizes[i]++;
            }
        }

        return sizes;
    }

    private static void Count(Pass pass, NodeState node, SpreadWorth worth)
    {
        if (!pass.NodeDemand.IsMetBy(node.Node!) || !SpreadConstraints.HasAllKeys(node, worth.Constraints)) return;
        foreach (var constraint in worth.Constraints)
        {
            if (IsHostname(constraint)) continue;
            worth.Add(constraint.Key, node.Labels[constraint.Key], SpreadConstraints.Count(node, constraint, pass.Pod.Namespace));
        }
    }
}
