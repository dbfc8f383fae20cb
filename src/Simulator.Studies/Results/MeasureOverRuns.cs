using Simulator.Engine;
using Simulator.Reports.Measures;
using Simulator.Reports.RunSets;
using Simulator.Reports.Statistics;

namespace Simulator.Studies.Results;

/// <summary>One measure of many runs of one variant.</summary>
/// <param name="Mean">Of the runs that have it, with its interval.</param>
/// <param name="Runs">All runs, with it or without.</param>
public sealed record MeasureOverRuns(string Name, Estimate Mean, int Runs, double Least, double Most)
{
    /// <summary>Runs that have it: recovered in 19 of 20.</summary>
    public int Count => Mean.Count;

    /// <summary><c>1:56:10 ± 6 s</c></summary>
    public string Text => EstimateText.Of(Name, Mean);

    /// <summary><c>20 runs</c>, or <c>19 of 20 runs</c> if some have no such measure.</summary>
    public string CountText =>
        Count == Runs ? HumanNumber.Count(Runs, "run", "runs") : $"{Count} of {HumanNumber.Count(Runs, "run", "runs")}";

    /// <summary>All measures that any of the runs has, by name.</summary>
    /// <param name="rows">Of one variant.</param>
    /// <param name="confidence">From 0 to 1: 0.95.</param>
    public static IReadOnlyList<MeasureOverRuns> AllOf(IReadOnlyList<RunRow> rows, double confidence) =>
        [.. rows.SelectMany(row => row.Measures.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(name => Of(name, rows, confidence)!)];

    /// <summary>Null: no run has it.</summary>
    public static MeasureOverRuns? Of(string name, IReadOnlyList<RunRow> rows, double confidence)
    {
        double[] values = [.. rows.Where(row => row.Measures.ContainsKey(name)).Select(row => row.Measures[name])];
        if (values.Length == 0) return null;
        var kind = MeasureCatalog.Find(name)?.Stake.Kind ?? StatisticKind.Skewed;
        if (rows.Count == 1 && rows[0].Batches?.GetValueOrDefault(name) is { } batches)
        {
            return new MeasureOverRuns(name, BatchMeans.OfMeans(batches, confidence), 1, batches.Min(), batches.Max());
        }

        // Resamples are drawn from a stream of the measure's own, so that the same runs give the same interval.
        var estimate = Means.Of(values, kind, confidence, new RandomStreams(1)[$"interval/{name}"]);
        return new MeasureOverRuns(name, estimate, rows.Count, values.Min(), values.Max());
    }
}
