using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.ControlPlane.Scheduling.Fast;

namespace Simulator.Scenarios.Conformance.Scheduling;

/// <summary>One pod, one state: every cell, per node, predicate and priority, and what both deciders choose.</summary>
public sealed class DecisionKind : IConformanceKind
{
    public string Kind => "decision";

    public string? Difference(JsonElement recording)
    {
        var scheduler = new RecordedScheduler(recording);
        var replay = new Replay(
            scheduler, (Pod)RecordedScheduler.ObjectOf(recording.GetProperty("pod"), "Pod"), recording.GetProperty("expect"));
        replay.CompareSetting();
        replay.ComparePredicates();
        replay.ComparePicks(new PlainDecider(scheduler.Algorithm, scheduler.State), "plain");
        replay.ComparePicks(new FastDecider(scheduler.Algorithm, scheduler.State), "fast");
        replay.CompareExplanation();
        if (recording.GetProperty("expect").Text("outcome") == "scheduled") replay.CompareScores();
        return replay.Comparison.Difference;
    }

    private sealed class Replay(RecordedScheduler scheduler, Pod pod, JsonElement expect)
    {
        private readonly NodeInfo[] _candidates = [.. scheduler.State.Cache.Nodes.Where(node => node.IsCandidate).OrderBy(
            node => node.Name, StringComparer.Ordinal)];

        public Comparison Comparison { get; } = new();

        public void CompareSetting()
        {
            Comparison.Same("candidates", expect.GetProperty("candidates"), _candidates.Select(node => node.Name));
            Comparison.Same(
                "activePredicates", expect.GetProperty("activePredicates"), scheduler.Algorithm.Predicates.Select(entry => entry.Name));
            var recorded = expect.GetProperty("activePriorities")
                .EnumerateArray()
                .Select(entry => $"{entry.Text("name")}*{entry.Long("weight")}");
            Comparison.Same(
                "activePriorities", string.Join(' ', recorded),
                string.Join(' ', scheduler.Algorithm.Priorities.Select(entry => $"{entry.Name}*{entry.Weight}")));
        }

        public void ComparePredicates()
        {
            foreach (var (name, predicate) in scheduler.AllPredicates)
            {
                foreach (var node in _candidates)
                {
                    var verdict = predicate.Check(pod, node, scheduler.State);
                    Comparison.Same($"{name} on {node.Name}", Recorded("predicates", name, node.Name), verdict.Reason ?? "");
                    var isError = Recorded("predicateErrors", name, node.Name).Length > 0;
                    Comparison.Same($"error of {name} on {node.Name}", isError.ToString(), (verdict.Error is not null).ToString());
                }
            }
        }

        public void ComparePicks(IDecider decider, string which)
        {
            var first = decider.Decide(pod, 0);
            Comparison.Same($"{which} outcome", expect.Text("outcome"), Named(first.Outcome));
            if (first.Outcome != SchedulingOutcome.Scheduled) return;
            var picks = expect.GetProperty("picks");
            Comparison.Same(
                $"{which} picks", picks, Enumerable.Range(0, picks.GetArrayLength()).Select(i => decider.Decide(pod, (ulong)i).Host!.Name));
            var top = expect.GetProperty("topHosts");
            Comparison.Same(
                $"{which} topHosts", top, Enumerable.Range(0, first.TieCount).Select(i => decider.Decide(pod, (ulong)i).Host!.Name));
            Comparison.Same($"{which} fit", expect.GetProperty("fitNodes").GetArrayLength().ToString(), first.FitCount.ToString());
        }

        /// <summary>What the program would tell of this decision is what was decided.</summary>
        public void CompareExplanation()
        {
            var decision = new FastDecider(scheduler.Algorithm, scheduler.State).Decide(pod, 1);
            var explanation = new DecisionExplainer()
                .Explain(new DecisionMoment(pod, scheduler.State, scheduler.Algorithm, 1, decision), []);
            Comparison.Same("explained node", explanation.Host, explanation.RuleHost);
            if (decision.Outcome == SchedulingOutcome.Error) return;
            Comparison.Same(
                "explained nodes", $"{_candidates.Length}", $"{explanation.FitCount + explanation.Rejected.Sum(group => group.Count)}");
            if (decision.Host is { } host)
            {
                Comparison.Same(
                    "explained best", $"{host.Name} {decision.TopScore}", $"{explanation.Best[0].Node} {explanation.Best[0].Total}");
            }
        }

        public void CompareScores()
        {
            var plain = new PlainDecider(scheduler.Algorithm, scheduler.State);
            var fit = _candidates.Where(node => plain.Check(pod, node).IsFit).ToList();
            Comparison.Same("fitNodes", expect.GetProperty("fitNodes"), fit.Select(node => node.Name));
            Comparison.Same("total", expect.GetProperty("total"), plain.Totals(pod, fit));
            foreach (var (name, _, priority) in scheduler.AllPriorities)
            {
                var scores = priority.Score(pod, fit, scheduler.State);
                var isError = expect.GetProperty("priorityErrors").TryGetProperty(name, out _);
                Comparison.Same($"error of {name}", isError.ToString(), (scores.Error is not null).ToString());
                if (scores.Values is not null && !isError)
                {
                    Comparison.Same(name, expect.GetProperty("priorities").GetProperty(name), scores.Values);
                }
            }
        }

        private string Recorded(string table, string name, string node) =>
            expect.GetProperty(table).TryGetProperty(name, out var row) && row.TryGetProperty(node, out var cell) ? cell.GetString()! : "";

        private static string Named(SchedulingOutcome outcome) => outcome switch
        {
            SchedulingOutcome.Scheduled => "scheduled",
            SchedulingOutcome.NoNodes => "noNodes",
            SchedulingOutcome.Unschedulable => "unschedulable",
            _ => "error",
        };
    }
}
