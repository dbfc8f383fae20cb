using Simulator.Engine;
using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.RunSets;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison;

/// <summary>The values of one measure on both sides.</summary>
/// <param name="streams">Bootstrap draws, a stream a measure.</param>
internal sealed class ValueEvidence(Pairing pairing, double confidence, RandomStreams streams)
{
    /// <returns>Null if a side has no value, or if there is no pair in which both have one.</returns>
    public Evidence? Of(string measure, Stake stake)
    {
        var (before, after) = Values(measure);
        if (before.Count == 0 || after.Count == 0) return null;
        var stream = streams[measure];
        var (first, second) = (Means.Of(before, stake.Kind, confidence, stream), Means.Of(after, stake.Kind, confidence, stream));
        var allowed = stake.Allowed(first.Value);
        var pivot = PivotOf(before, after, stake.Kind, stream);
        return new Evidence
        {
            Measure = measure,
            Aspect = Aspect.Value,
            Stake = stake,
            Before = first,
            After = second,
            Difference = second.Value - first.Value,
            Interval = pivot?.Interval(confidence) ?? Interval.Everything,
            Ratio = pivot is null ? null : RatioOf(before, after),
            Allowed = allowed,
            Chance = pivot is null ? 1 : Math.Min(1, 2 * Math.Min(pivot.ChanceIfAtMost(allowed), pivot.ChanceIfAtLeast(-allowed))),
        };
    }

    private (IReadOnlyList<double> Before, IReadOnlyList<double> After) Values(string measure)
    {
        if (!pairing.IsBySeed) return (All(pairing.Before, measure), All(pairing.After, measure));
        var pairs = pairing.Before.Zip(pairing.After)
            .Where(pair => pair.First.Measures.ContainsKey(measure) && pair.Second.Measures.ContainsKey(measure))
            .ToList();
        return ([.. pairs.Select(pair => pair.First.Measures[measure])], [.. pairs.Select(pair => pair.Second.Measures[measure])]);
    }

    private static IReadOnlyList<double> All(IReadOnlyList<RunRow> rows, string measure) =>
        [.. rows.Where(row => row.Measures.ContainsKey(measure)).Select(row => row.Measures[measure])];

    /// <summary>Null if one run alone has nothing to be measured against.</summary>
    private Pivot? PivotOf(IReadOnlyList<double> before, IReadOnlyList<double> after, StatisticKind kind, RandomStream stream)
    {
        // One pair is exact for its seed: the program is deterministic.
        if (pairing.IsBySeed && before.Count == 1) return new StudentPivot(after[0] - before[0], 0, 1);
        if (pairing.IsBySeed) return Differences.Paired(before, after, kind, stream);
        return before.Count > 1 && after.Count > 1 ? Differences.Welch(before, after) : null;
    }

    private Interval? RatioOf(IReadOnlyList<double> before, IReadOnlyList<double> after)
    {
        if (before.Average() <= 0) return null;
        if (before.Count == 1) return Interval.Around(after[0] / before[0], 0);
        return pairing.IsBySeed ? Ratios.Paired(before, after, confidence) : Ratios.Unpaired(before, after, confidence);
    }
}
