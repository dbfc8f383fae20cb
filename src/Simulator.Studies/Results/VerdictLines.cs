using Simulator.Reports.Html.Studies;
using Simulator.Reports.Statistics;

namespace Simulator.Studies.Results;

/// <summary>What came of expectations, in words.</summary>
public static class VerdictLines
{
    /// <summary>The first sentence about all expectations of one variant; "" if there are none.</summary>
    public static string Sentence(VariantResult variant)
    {
        if (variant.Expectations.Count == 0) return "";
        if (variant.Expectations.FirstOrDefault(expectation => !expectation.IsMet) is not { } missed)
        {
            var all = HumanNumber.Count(variant.Rows.Count, "run", "runs");
            return variant.Expectations.Count == 1
                ? $"{Named(variant.Expectations[0])} is met in {(variant.Rows.Count == 1 ? "the run" : $"all {all}")}."
                : $"All {variant.Expectations.Count} expectations are met in {(variant.Rows.Count == 1 ? "the run" : $"all {all}")}.";
        }

        var others = variant.Expectations.Count(expectation => !expectation.IsMet) - 1;
        return $"{Named(missed)} is missed in {missed.Runs - missed.Met} of {HumanNumber.Count(missed.Runs, "run", "runs")}, first with "
            + "seed "
            + $"{missed.FirstMiss}{(others > 0 ? $"; so {(others == 1 ? "is another expectation" : $"are {others} others")}" : "")}.";
    }

    /// <summary>A line for each expectation, for a terminal.</summary>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public static IEnumerable<string> Lines(VariantResult variant, double confidence)
    {
        var rows = variant.Expectations.Select(expectation => new[]
        {
            "expected", expectation.Measure, expectation.Expected.Bound, $"{expectation.CountText}{Sure(expectation, confidence)}",
            expectation.Verdict,
        });
        return TextRows.Aligned([.. rows]);
    }

    /// <summary>The same for a page.</summary>
    public static IReadOnlyList<StudyVerdict> Verdicts(VariantResult variant, double confidence) =>
        [.. variant.Expectations.Select(expectation => new StudyVerdict(
            expectation.Verdict,
            $"{expectation.Measure}: expected {expectation.Expected.Bound}, {expectation.CountText}{Sure(expectation, confidence)}."))];

    private static string Named(ExpectationOverRuns expectation) => $"{expectation.Measure} {expectation.Expected.Bound}";

    /// <summary>What so many runs say of all seeds.</summary>
    private static string Sure(ExpectationOverRuns expectation, double confidence) => expectation.Runs == 1 || expectation.Met == 0
        ? ""
        : $" ({HumanNumber.Percent(confidence)} sure: at least {HumanNumber.Percent(expectation.AtLeast(confidence))} of all seeds)";
}
