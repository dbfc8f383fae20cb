using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.Studies.Results;

namespace Simulator.Studies.Replication;

/// <summary>What a replication comes to, in sentences.</summary>
internal static class ReplicationAnswer
{
    /// <param name="names">The measures that are told first.</param>
    /// <param name="loosest">With a precision: the measure that is known least precisely.</param>
    public static IReadOnlyList<string> Of(
        VariantResult result, IReadOnlyList<string> names, StudyFacts facts, ReplicationPlan plan, MeasureOverRuns? loosest)
    {
        var found = names.Select(result.Measure).OfType<MeasureOverRuns>().ToList();
        // What is the same in every run is told with what is expected of it.
        var first = found.FirstOrDefault(measure => measure.Most > measure.Least) ?? found.FirstOrDefault();
        string[] sentences =
        [
            VerdictLines.Sentence(result),
            first is null ? "" : $"{first.Name} is {first.Text} ({facts.ConfidenceText} sure, {first.CountText}).",
            .. found.Where(measure => measure.Count < measure.Runs).Select(Absence),
            plan.WarmUp is { } warmUp ? WarmUpText.Of(warmUp, result) : "",
            plan.Precision is { } precision && loosest is not null ? Precise(loosest, precision) : "",
        ];
        return sentences.Any(sentence => sentence.Length > 0)
            ? [.. sentences.Where(sentence => sentence.Length > 0)]
            : [$"None of the measures is in any of {HumanNumber.Count(result.Rows.Count, "run", "runs")}."];
    }

    private static string Absence(MeasureOverRuns measure)
    {
        var without = measure.Runs - measure.Count;
        var meaning = MeasureCatalog.Find(measure.Name)?.Stake.IsFailureIfAbsent == true ? ": it never came to that" : "";
        return $"{measure.Name} does not exist in {without} of {measure.Runs} runs{meaning}; the mean is that of the other "
            + $"{measure.Count}.";
    }

    private static string Precise(MeasureOverRuns loosest, double precision)
    {
        var wanted = HumanNumber.Percent(precision);
        var runs = HumanNumber.Count(loosest.Runs, "run", "runs");
        return loosest.Mean.RelativeHalfWidth <= precision
            ? $"{runs} were enough for intervals within {wanted} of their values."
            : double.IsFinite(loosest.Mean.RelativeHalfWidth)
            ? $"{runs} were not enough for {wanted}: {loosest.Name} is known to {HumanNumber.Percent(loosest.Mean.RelativeHalfWidth)} only."
            : $"{runs} were not enough for {wanted}: {loosest.Name} is 0 on average, or has one value only, so that no share of it is "
                + "narrow.";
    }
}
