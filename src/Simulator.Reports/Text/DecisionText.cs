using System.Globalization;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.Reports.Statistics;
using Simulator.World.Observations;

namespace Simulator.Reports.Text;

/// <summary>A decision of the scheduler in lines: who was left out and why, the scores, the tie-break, what would help.</summary>
internal static class DecisionText
{
    private const int Columns = 110;

    /// <summary>Below this a score is what 1.3 makes of 0 divided by 0: the lowest number there is.</summary>
    private const long NaNBelow = -1_000_000_000_000;

    public static IEnumerable<string> Lines(DecisionExplanation decision, TimeSpan at)
    {
        yield return Fit(decision, at);
        if (decision.Pass is { } pass) yield return Pass(decision, pass);
        foreach (var line in Rejected(decision)) yield return line;
        if (decision.NotCandidates.Count > 0)
        {
            yield return $"  {HumanNumber.Count(decision.NodeCount - decision.CandidateCount)} more are not candidates: "
                + $"{string.Join(", ", decision.NotCandidates.Select(group => $"{group.Reason} ({group.Count:N0})"))}";
        }
        if (decision.Error.Length > 0) yield return $"  the pass was aborted: {decision.Error}";
        foreach (var line in Scores(decision)) yield return line;
        if (decision.Host.Length > 0) yield return TieBreak(decision);
        if (decision.Pass?.Preemption is { } preemption)
        {
            foreach (var line in PreemptionText.Lines(preemption, null)) yield return line;
        }

        if (decision.Remedies.Count > 0)
        {
            foreach (var line in Wrapping.Hang("  It would fit with any one of: ", string.Join(" · ", decision.Remedies), Columns))
            {
                yield return line;
            }
        }

        if (decision.RuleHost != decision.Host) yield return $"  BUG: the plain rule chooses '{decision.RuleHost}' here. Please report it.";
    }

    private static string Fit(DecisionExplanation decision, TimeSpan at) => decision.Host.Length > 0
        ? $"  why {decision.Host}: decided at {Clock.Of(at)}; {decision.FitCount:N0} of "
            + $"{HumanNumber.Count(decision.CandidateCount, "node", "nodes")} fit"
        : $"  {decision.FitCount:N0} of {HumanNumber.Count(decision.CandidateCount, "node", "nodes")} fit (last try at {Clock.Of(at)})";

    /// <summary>Plug-in and reason, and the numbers behind them on a line of their own where both have names.</summary>
    private static IEnumerable<string> Rejected(DecisionExplanation decision)
    {
        var plugins = decision.Rejected.Select(group => group.Plugin.Length).DefaultIfEmpty(0).Max();
        var width = decision.Rejected.Select(group => group.Reason.Length).DefaultIfEmpty(0).Max();
        foreach (var group in decision.Rejected)
        {
            if (plugins == 0) yield return $"    {group.Count,9:N0}  {group.Reason.PadRight(width)}  {group.Detail}".TrimEnd();
            else
            {
                yield return $"    {group.Count,9:N0}  {group.Plugin.PadRight(plugins)}  {group.Reason} (such as {group.Example})";
                if (group.Detail.Length == 0) continue;
                foreach (var line in Wrapping.Hang(new string(' ', 17 + plugins), group.Detail, Columns + plugins)) yield return line;
            }
        }
    }

    private static string Pass(DecisionExplanation decision, PassFacts pass)
    {
        var name = pass.PriorityClass.Length > 0 ? $" (class {pass.PriorityClass})" : "";
        var left = decision.NodeCount - pass.Evaluated;
        var sample = left > 0 && decision.Error.Length == 0
            ? $"; {HumanNumber.Count(left, "node was", "nodes were")} not looked at, as {pass.Wanted:N0} that fit are enough"
            : "";
        var kept = pass.Nominated.Length > 0 ? $"; room was kept for it on {pass.Nominated}" : "";
        var back = decision.Host.Length == 0
            ? $"; it backs off for {HumanTime.Long(pass.Backoff.TotalSeconds)} and comes back when something changes, or after a minute"
            : "";
        return $"  try {pass.Attempt:N0}, priority {pass.Priority}{name}{sample}{kept}{back}";
    }

    private static IEnumerable<string> Scores(DecisionExplanation decision)
    {
        if (decision.Best.Count == 0) yield break;
        var titles = decision.Best[0].Scores.Select(score => Title(score)).ToList();
        var width = decision.Best.Max(row => row.Node.Length);
        yield return $"    {"".PadRight(width)}  {string.Join("  ", titles)}  total";
        foreach (var row in decision.Best)
        {
            var cells = row.Scores.Select((score, i) => Number(score.Score).PadLeft(titles[i].Length));
            yield return $"    {row.Node.PadRight(width)}  {string.Join("  ", cells)}  "
                + $"{Number(row.Total),5}{(row.Node == decision.Host ? "  <- chosen" : "")}";
        }

        if (decision.Best.Any(row => row.Total < NaNBelow))
        {
            yield return "    NaN: nothing like it runs in the zones of these nodes, and 1.3 divides 0 by 0 there";
        }
    }

    private static string Number(long? score) => score switch
    {
        null => "-",
        < NaNBelow => "NaN",
        { } number => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Title(PriorityScore score)
    {
        var name = score.Priority.EndsWith("Priority", StringComparison.Ordinal) ? score.Priority[..^"Priority".Length] : score.Priority;
        return score.Weight == 1 ? name : $"{name} x{score.Weight}";
    }

    private static string TieBreak(DecisionExplanation decision)
    {
        if (decision.Pass is not null && decision.FitCount == 1) return "  no other node fits, and so nobody scored";
        if (decision.TieCount == 1) return "  no other node has its total";
        return decision.RoundRobin is { } before
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"  {decision.TieCount:N0} nodes tie; number {decision.Pick + 1:N0} in descending name order was next in turn (selections "
                    + $"before it: {before:N0}, modulo {decision.TieCount:N0})")
            : $"  {decision.TieCount:N0} nodes tie; the dice chose among them";
    }
}
