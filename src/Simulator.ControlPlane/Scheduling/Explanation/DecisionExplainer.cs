using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Explanation;

/// <summary>
/// Takes a decision apart with the rule itself: <see cref="PlainDecider"/>'s own checks and scores, on the state at its moment.
/// </summary>
/// <param name="shownMax">Rows of the table of scores.</param>
public sealed class DecisionExplainer(int shownMax = 5)
{
    /// <param name="spares">Nodes that could be added, for what would help; may be empty.</param>
    public DecisionExplanation Explain(in DecisionMoment moment, IReadOnlyList<SpareNode> spares)
    {
        var (pod, state, roundRobin, decision) = (moment.Pod, moment.State, moment.RoundRobin, moment.Decision);
        var rule = new PlainDecider(moment.Algorithm, state);
        var candidates = state.Cache.Nodes.Where(node => node.IsCandidate).ToList();
        var verdicts = candidates.Select(node => (Node: node, Verdict: rule.Check(pod, node))).ToList();
        var fit = verdicts.Where(entry => entry.Verdict.IsFit).Select(entry => entry.Node).ToList();
        var rejected = verdicts.Where(entry => entry.Verdict.Reason is not null)
            .ToLookup(entry => entry.Verdict.Reason!, entry => entry.Node);
        return new DecisionExplanation
        {
            Outcome = decision.Outcome,
            Host = decision.Host?.Name ?? "",
            RuleHost = RuleHost(moment, rule),
            NodeCount = state.Cache.Nodes.Count,
            CandidateCount = candidates.Count,
            FitCount = fit.Count,
            NotCandidates = Groups(state.Cache.Nodes.Where(node => !node.IsCandidate).ToLookup(NodeState.WhyNoCandidate), (_, _) => ""),
            Rejected = Groups(rejected, (reason, nodes) => RejectionDetail.Of(reason, pod, nodes, state)),
            Best = Best(moment, rule, fit),
            TieCount = decision.TieCount,
            Pick = decision.TieCount == 0 ? 0 : (int)(roundRobin % (ulong)decision.TieCount),
            RoundRobin = roundRobin,
            Error = decision.Error ?? "",
            Others = moment.Algorithm.Others,
            Remedies = decision.Host is null ? new Remedies(moment, rule).Find(candidates, spares) : [],
        };
    }

    /// <summary>Where others have a say the plain rule cannot tell.</summary>
    private static string RuleHost(in DecisionMoment moment, PlainDecider rule) =>
        (moment.Algorithm.IsExtended ? moment.Decision : rule.Decide(moment.Pod, moment.RoundRobin)).Host?.Name ?? "";

    private static IReadOnlyList<NodeGroup> Groups(
        ILookup<string, NodeInfo> byReason, Func<string, IEnumerable<NodeInfo>, string> detail) =>
    [
        .. byReason
            .Select(group => new NodeGroup(
                group.Key, group.Count(), detail(group.Key, group), group.Select(node => node.Name).Min(StringComparer.Ordinal)!)
            {
                Zones = NodeGroup.ZonesOf(group.Select(node => node.Labels)),
            })
            .OrderByDescending(group => group.Count).ThenBy(group => group.Reason, StringComparer.Ordinal),
    ];

    private List<ScoredNode> Best(DecisionMoment moment, PlainDecider rule, List<NodeInfo> fit)
    {
        if (fit.Count == 0) return [];
        var totals = rule.Totals(moment.Pod, fit);
        var scores = moment.Algorithm.Scoring.Select(entry => (
            entry.Name, entry.Weight, entry.Priority.Score(moment.Pod, fit, moment.State).Values)).ToList();
        var host = moment.Decision.Host;
        return
        [
            .. Enumerable.Range(0, fit.Count)
                .Where(i => totals[i] is not null)
                .OrderByDescending(i => totals[i])
                    .ThenByDescending(i => fit[i] == host)
                    .ThenByDescending(i => fit[i].Name, StringComparer.Ordinal)
                .Take(shownMax)
                .Select(i => new ScoredNode(
                    fit[i].Name, totals[i]!.Value,
                    [.. scores.Select(entry => new PriorityScore(entry.Name, entry.Weight, entry.Values?[i] * entry.Weight))])),
        ];
    }
}

/// <param name="Title">What is added, as a person would say it: "node of pool web (n1-standard-4)".</param>
public sealed record SpareNode(string Title, string Zone, Node Node);
