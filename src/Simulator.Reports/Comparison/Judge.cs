using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison;

/// <summary>
/// Makes verdicts of evidence. A measure is worse or better if its difference is beyond what is allowed by more than chance brings
/// among so many measures (Holm), same if the interval of its difference is within what is allowed, and unclear otherwise.
/// </summary>
internal static class Judge
{
    public static IEnumerable<MeasureVerdict> Of(IReadOnlyList<Evidence> all, double confidence)
    {
        var judged = all.Where(evidence => evidence.Stake.Better != Better.Neither).ToList();
        var adjusted = Holm.Adjust([.. judged.Select(evidence => evidence.Chance)]);
        for (var i = 0; i < judged.Count; i++)
        {
            yield return Verdict(judged[i], adjusted[i], Judged(judged[i], adjusted[i], confidence));
        }

        // Facts make no alarms; that none of them is called another by chance is their own matter.
        var facts = all.Where(evidence => evidence.Stake.Better == Better.Neither).ToList();
        var changed = Holm.Adjust([.. facts.Select(evidence => evidence.Chance)]);
        for (var i = 0; i < facts.Count; i++)
        {
            var isOther = changed[i] <= 1 - confidence;
            yield return Verdict(facts[i], null, isOther ? Comparison.Verdict.Differs : Comparison.Verdict.Same);
        }
    }

    private static Verdict Judged(Evidence evidence, double adjusted, double confidence)
    {
        if (adjusted <= 1 - confidence)
        {
            return evidence.Difference > 0 == (evidence.Stake.Better == Better.Higher)
                ? Comparison.Verdict.Better
                : Comparison.Verdict.Worse;
        }

        return IsSame(evidence) ? Comparison.Verdict.Same : Comparison.Verdict.Unclear;
    }

    // As often on both sides is as much the same as it can be: no number of runs proves that two shares are equal.
    private static bool IsSame(Evidence evidence) => evidence.Aspect == Aspect.Presence
        ? evidence.Difference == 0
        : evidence.Interval.IsWithin(Interval.Around(0, evidence.Allowed));

    private static MeasureVerdict Verdict(Evidence evidence, double? adjusted, Verdict verdict) => new(
        evidence.Measure, evidence.Aspect, evidence.Stake, evidence.Before, evidence.After, evidence.Difference, evidence.Interval,
        evidence.Ratio, evidence.Allowed, evidence.Chance, adjusted, verdict);
}
