using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Predicates;

namespace Simulator.ControlPlane.Scheduling.Algorithm;

/// <summary>The rule as it stands: filter, check, score, pick (generic_scheduler.go of 1.3.10). Looks at every node each time.</summary>
public sealed class PlainDecider(SchedulingAlgorithm algorithm, ClusterState state) : IDecider
{
    public Decision Decide(Pod pod, ulong roundRobin)
    {
        var candidates = state.Cache.Nodes.Where(node => node.IsCandidate).ToList();
        if (candidates.Count == 0) return Decision.NoNodes;
        var fit = new List<NodeInfo>();
        foreach (var node in candidates)
        {
            var verdict = Check(pod, node);
            if (verdict.Error is not null) return Decision.Failed(verdict.Error);
            if (verdict.IsFit) fit.Add(node);
        }

        return fit.Count == 0 ? Decision.Unschedulable : Pick(fit, Totals(pod, fit), roundRobin);
    }

    /// <summary>All predicates on one node; the first that fails gives the reason.</summary>
    public Verdict Check(Pod pod, NodeInfo node)
    {
        Verdict? error = null;
        foreach (var (_, predicate) in algorithm.Predicates)
        {
            var verdict = predicate.Check(pod, node, state);
            if (verdict.Reason is not null) return verdict;
            if (verdict.Error is not null) error ??= verdict;
        }

        return error ?? Verdict.Fits;
    }

    /// <summary>Weighted sums aligned with the nodes, 64 bits with wrap-around; null for a node that every priority left out.</summary>
    public long?[] Totals(Pod pod, IReadOnlyList<NodeInfo> fit)
    {
        var totals = new long?[fit.Count];
        foreach (var (_, weight, priority) in algorithm.Scoring)
        {
            if (weight == 0 || priority.Score(pod, fit, state).Values is not { } scores) continue;
            for (var i = 0; i < totals.Length; i++)
            {
                if (scores[i] is { } score) totals[i] = unchecked((totals[i] ?? 0) + (score * weight));
            }
        }

        return totals;
    }

    /// <summary>Among the best in descending name order (as the nodes come), the one whose turn it is.</summary>
    internal static Decision Pick(List<NodeInfo> fit, long?[] totals, ulong roundRobin)
    {
        if (totals.Max() is not { } top) return Decision.Failed("empty priorityList");
        var best = fit.Where((_, i) => totals[i] == top).ToList();
        return new Decision(SchedulingOutcome.Scheduled, best[(int)(roundRobin % (ulong)best.Count)], fit.Count, best.Count, top);
    }
}
