using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.RunSets;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison;

/// <summary>In how many runs there is a measure at all: recovered in 19 of 20 against 20 of 20.</summary>
internal sealed class PresenceEvidence(Pairing pairing, double confidence)
{
    /// <returns>Null if every run has it.</returns>
    public Evidence? Of(string measure, Stake stake)
    {
        var (before, after) = (Count(pairing.Before, measure), Count(pairing.After, measure));
        if (before.Successes == before.Tries && after.Successes == after.Tries) return null;
        var (first, second) = (Estimated(before), Estimated(after));
        return new Evidence
        {
            Measure = measure,
            Aspect = Aspect.Presence,
            Stake = stake with { Better = stake.IsFailureIfAbsent ? Better.Higher : Better.Neither, Relative = 0, Absolute = 0, Noise = 0 },
            Before = first,
            After = second,
            Difference = second.Value - first.Value,
            Interval = IsExact ? Interval.Around(second.Value - first.Value, 0) : Proportions.Difference(before, after, confidence),
            Allowed = 0,
            Chance = ChanceOf(measure, before, after),
        };
    }

    /// <summary>One seed on both sides: there it is so.</summary>
    private bool IsExact => pairing.IsBySeed && pairing.Count == 1;

    private double ChanceOf(string measure, (int Successes, int Tries) before, (int Successes, int Tries) after)
    {
        if (IsExact) return before.Successes == after.Successes ? 1 : 0;
        if (!pairing.IsBySeed) return Proportions.ChanceIfEqual(before, after);
        var pairs = pairing.Before.Zip(pairing.After)
            .Select(pair => (First: pair.First.Measures.ContainsKey(measure), Second: pair.Second.Measures.ContainsKey(measure)))
            .ToList();
        return Proportions.ChanceIfEqual(
            pairs.Count(pair => pair is { First: true, Second: false }), pairs.Count(pair => pair is { First: false, Second: true }));
    }

    private static (int Successes, int Tries) Count(IReadOnlyList<RunRow> rows, string measure) =>
        (rows.Count(row => row.Measures.ContainsKey(measure)), rows.Count);

    private Estimate Estimated((int Successes, int Tries) count) => new(
        (double)count.Successes / count.Tries, Proportions.Wilson(count.Successes, count.Tries, confidence), count.Tries, "Wilson");
}
