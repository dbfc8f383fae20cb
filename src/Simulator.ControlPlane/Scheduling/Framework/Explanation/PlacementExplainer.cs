using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using NodeState = Simulator.ControlPlane.Scheduling.Framework.Cache.NodeState;

namespace Simulator.ControlPlane.Scheduling.Framework.Explanation;

/// <summary>Takes a pass apart with the rule itself: <see cref="PlainPlacer"/> goes over it again, in the state at its moment.</summary>
/// <param name="shownMax">Rows of the table of scores.</param>
public sealed class PlacementExplainer(int shownMax = 5)
{
    public DecisionExplanation Explain(in PlacementMoment moment, IReadOnlyList<SpareNode> spares)
    {
        var (profile, state, decided) = (moment.Profile, moment.State, moment.Placement);
        var calls = new Queue<TimeSpan>(decided.Calls);
        var placer = new PlainPlacer(profile, state, moment.Draws) { CallTimes = _ => calls.Count > 0 ? calls.Dequeue() : TimeSpan.Zero };
        var pass = placer.Begin(moment.Pod);
        var isRefused = placer.PreFilter(pass) is not null;
        var again = Repeat(moment, placer);
        var rejections = new Rejections(moment, pass, isRefused);
        return new DecisionExplanation
        {
            Outcome = OutcomeOf(again),
            Host = decided.Host?.Name ?? "",
            RuleHost = again.Host?.Name ?? "",
            NodeCount = pass.Nodes.Count,
            CandidateCount = pass.Nodes.Count,
            FitCount = again.FitCount,
            NotCandidates = [],
            Rejected = rejections.Groups(again.Statuses),
            Best = Best(pass, profile, again, decided.Host),
            TieCount = again.Ties,
            Error = again.Outcome == PlacementOutcome.NoNodes ? "" : again.Error,
            Remedies = again.Outcome == PlacementOutcome.Unschedulable ? PlacementRemedies.Find(moment, pass, again.Statuses, spares) : [],
            Pass = FactsOf(moment, pass, again),
        };
    }

    /// <summary>The pass once more, from where it began, with the dice as they fell; the scheduler's own place stays as it is.</summary>
    private static Placement Repeat(PlacementMoment moment, PlainPlacer placer)
    {
        var next = moment.State.NextStart;
        moment.State.NextStart = moment.Start;
        var placement = placer.Place(moment.Pod, moment.Now);
        moment.State.NextStart = next;
        return placement;
    }

    private static SchedulingOutcome OutcomeOf(Placement placement) => placement.Outcome switch
    {
        PlacementOutcome.Scheduled => SchedulingOutcome.Scheduled,
        PlacementOutcome.NoNodes => SchedulingOutcome.NoNodes,
        PlacementOutcome.Error => SchedulingOutcome.Error,
        _ => SchedulingOutcome.Unschedulable,
    };

    private static PassFacts FactsOf(PlacementMoment moment, Pass pass, Placement placement) => new()
    {
        Attempt = moment.Attempts,
        Priority = NodePod.PriorityOf(moment.Pod),
        PriorityClass = moment.Pod.Spec.Placement?.PriorityClassName ?? "",
        Evaluated = placement.Evaluated,
        Wanted = SampleSize.Of(pass.Nodes.Count, moment.State.PercentageOfNodesToScore),
        Nominated = moment.Pod.Status.NominatedNodeName,
        Backoff = moment.Backoff,
        Preemption = placement.Outcome == PlacementOutcome.Unschedulable ? Victims.Of(moment, pass, placement) : null,
    };

    /// <summary>Where only one node fits, or somebody chooses, nobody scores: there is no table; nor where extenders add to it.</summary>
    private List<ScoredNode> Best(Pass pass, Profile profile, Placement placement, NodeState? host)
    {
        var fit = placement.Fit;
        if (fit.Count < 2 || profile.Choice is not null || profile.Extenders.Count > 0) return [];
        if (new Scorer(profile).Columns(pass, fit, out _) is not { } columns) return [];
        var totals = new long[fit.Count];
        foreach (var (entry, scores) in columns)
        {
            for (var i = 0; i < totals.Length; i++) totals[i] += scores[i] * entry.Weight;
        }

        return
        [
            .. Enumerable.Range(0, fit.Count)
                .OrderByDescending(i => totals[i]).ThenByDescending(i => fit[i] == host).ThenBy(i => fit[i].Name, StringComparer.Ordinal)
                .Take(shownMax)
                .Select(i => new ScoredNode(
                    fit[i].Name, totals[i],
                    [.. columns.Select(column => new PriorityScore(
                        column.Entry.Name, column.Entry.Weight, column.Scores[i] * column.Entry.Weight))])),
        ];
    }
}
