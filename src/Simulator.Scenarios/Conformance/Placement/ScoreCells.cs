using System.Text.Json;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Scenarios.Conformance.Scheduling;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>Scores of every plug-in on every fitting node, before and after they are normalized, and their sums.</summary>
internal static class ScoreCells
{
    /// <summary>Recorded beside the default provider's.</summary>
    private static readonly string[] Extra = [PluginNames.SelectorSpread, PluginNames.NodeResourcesMostAllocated];

    public static void Compare(
        JsonElement expect, Profile profile, Pass pass, IReadOnlyList<NodeState> fit, Comparison comparison)
    {
        foreach (var entry in profile.Scores) CompareColumn(entry, expect.GetProperty("scores"), pass, fit, comparison);
        foreach (var entry in PluginTable.Score.Where(entry => Extra.Contains(entry.Name)))
        {
            CompareColumn(WeightedScore.Of(entry, profile.Settings), expect.GetProperty("extraScores"), pass, fit, comparison);
        }

        var totals = new Scorer(profile).Totals(pass, fit, out _);
        if (!expect.TryGetProperty("total", out var recorded))
        {
            comparison.Same("total", "none", totals is null ? "none" : "some");
            comparison.Same("scoreError", "True", $"{Failing(profile, pass, fit).Contains(expect.Text("scoreError"))}");
            return;
        }

        comparison.Same("total", recorded, (totals ?? []).Select(total => (long?)total));
        if (totals is null) return;
        comparison.Same("best", expect.GetProperty("best"), fit.Where((_, i) => totals[i] == totals.Max()).Select(node => node.Name));
    }

    /// <summary>Plug-ins that fail or leave the range: the real program tells one of them.</summary>
    private static HashSet<string> Failing(Profile profile, Pass pass, IReadOnlyList<NodeState> fit)
    {
        var failing = new HashSet<string>();
        foreach (var entry in profile.Scores)
        {
            var scores = Scorer.Raw(entry, pass, fit, out _);
            if (scores is not null) entry.Normalize?.Normalize(pass, fit, scores);
            if (scores is null || scores.Any(score => score is < 0 or > 100)) failing.Add(entry.Name);
        }

        return failing;
    }

    private static void CompareColumn(
        WeightedScore entry, JsonElement table, Pass pass, IReadOnlyList<NodeState> fit, Comparison comparison)
    {
        var isThere = table.TryGetProperty(entry.Name, out var column);
        var scores = Scorer.Raw(entry, pass, fit, out _);
        comparison.Same($"{entry.Name} fails", $"{!isThere}", $"{scores is null}");
        if (scores is null || !isThere) return;
        comparison.Same($"{entry.Name} raw", column.GetProperty("raw"), scores.Select(score => (long?)score));
        entry.Normalize?.Normalize(pass, fit, scores);
        comparison.Same(
            $"{entry.Name} is normalized", $"{column.TryGetProperty("normalized", out var normalized)}", $"{entry.Normalize is not null}");
        if (entry.Normalize is not null) comparison.Same($"{entry.Name} normalized", normalized, scores.Select(score => (long?)score));
    }
}
