using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Extensions;

namespace Simulator.ControlPlane.Scheduling.Algorithm;

/// <summary>
/// The rule with those who have a say beside predicates and priorities: extenders one after the other, or somebody who chooses
/// (generic_scheduler.go and extender.go of 1.3.10).
/// </summary>
public sealed class ExtendedDecider(SchedulingAlgorithm algorithm, ClusterState state, IDecisionPace pace) : IDecider
{
    private readonly PlainDecider _plain = new(algorithm, state);

    /// <inheritdoc/>
    public TimeSpan Waited { get; private set; }

    public Decision Decide(Pod pod, ulong roundRobin)
    {
        Waited = TimeSpan.Zero;
        var candidates = state.Cache.Nodes.Where(node => node.IsCandidate).ToList();
        if (candidates.Count == 0) return Decision.NoNodes;
        var fit = new List<NodeInfo>();
        foreach (var node in candidates)
        {
            var verdict = _plain.Check(pod, node);
            if (verdict.Error is not null) return Decision.Failed(verdict.Error);
            if (verdict.IsFit) fit.Add(node);
        }

        return Filter(pod, ref fit) is { } error ? Decision.Failed(error)
            : fit.Count == 0 ? Decision.Unschedulable
            : algorithm.Chooser is { } chooser ? Chosen(chooser.Choose(pod, fit), fit)
            : PlainDecider.Pick(fit, Totals(pod, fit), roundRobin);
    }

    /// <summary>What the others have not left; why the pass fails if it does. Nobody is asked about no node.</summary>
    private string? Filter(Pod pod, ref List<NodeInfo> fit)
    {
        foreach (var (policy, answers) in algorithm.Extenders)
        {
            if (fit.Count == 0) break;
            if (policy.FilterVerb.Length == 0) continue;
            if (!IsAnswered(policy)) return $"no answer of the extender {policy.Url} to {policy.FilterVerb} in time";
            fit = answers.Filter(pod, fit);
        }

        return null;
    }

    /// <summary>An extender that does not answer in time adds nothing: its errors are ignored. All are asked at once.</summary>
    private long?[] Totals(Pod pod, List<NodeInfo> fit)
    {
        var totals = _plain.Totals(pod, fit);
        var (before, longest) = (Waited, Waited);
        foreach (var (policy, answers) in algorithm.Extenders)
        {
            Waited = before;
            var isAsked = policy.PrioritizeVerb.Length > 0;
            var isAnswered = !isAsked || IsAnswered(policy);
            if (Waited > longest) longest = Waited;
            if (!isAnswered) continue;

            // One that is not asked says 0 of every node: the list is not empty.
            var scores = isAsked ? answers.Prioritize(pod, fit) : new long[fit.Count];
            for (var i = 0; i < totals.Length; i++) totals[i] = unchecked((totals[i] ?? 0) + (scores[i] * policy.Weight));
        }

        Waited = longest;
        return totals;
    }

    /// <summary>Waits for the answer, at most until the time-out.</summary>
    private bool IsAnswered(ExtenderPolicy policy)
    {
        var call = pace.CallOf(policy);
        Waited += call < policy.Timeout ? call : policy.Timeout;
        return call < policy.Timeout;
    }

    private static Decision Chosen(NodeInfo? host, List<NodeInfo> fit) => host is null
        ? Decision.Unschedulable
        : new Decision(SchedulingOutcome.Scheduled, host, fit.Count, TieCount: 1, TopScore: 0);
}
