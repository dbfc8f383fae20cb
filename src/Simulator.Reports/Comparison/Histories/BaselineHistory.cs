using Simulator.Engine;
using Simulator.Reports.Comparison.Thresholds;
using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison.Histories;

/// <summary>One measure over baselines.</summary>
/// <param name="Points">A baseline each, the oldest first; null: it has none.</param>
/// <param name="Steps">From the baseline before to each; null for the first, and where one of the two has none.</param>
public sealed record MeasureHistory(string Measure, IReadOnlyList<Estimate?> Points, IReadOnlyList<MeasureVerdict?> Steps)
{
    /// <summary>It was another at some step, by more than is allowed.</summary>
    public bool HasChanged => Steps.Any(step => step is { Verdict: not (Verdict.Same or Verdict.Unclear) });
}

/// <summary>The baselines of one name, and how measures went from one to the next.</summary>
/// <param name="Baselines">The oldest first; each side's name is what it is told as.</param>
/// <param name="Measures">By name.</param>
public sealed record BaselineHistory(IReadOnlyList<Side> Baselines, IReadOnlyList<MeasureHistory> Measures)
{
    /// <param name="confidence">Of intervals and verdicts, from 0 to 1: 0.95.</param>
    public static BaselineHistory Of(IReadOnlyList<Side> baselines, ThresholdBook thresholds, double confidence)
    {
        var comparer = new Comparer(thresholds, confidence);
        List<ComparisonResult> steps = [.. baselines.Zip(baselines.Skip(1), comparer.Compare)];
        var names = baselines.SelectMany(side => side.Rows).SelectMany(row => row.Measures.Keys).Where(MeasureCatalog.IsKnown)
            .Distinct().Order(StringComparer.Ordinal);
        return new BaselineHistory(baselines, [.. names.Select(name => new MeasureHistory(
            name,
            [.. baselines.Select(side => PointOf(side, name, confidence))],
            [null, .. steps.Select(step => step.Measures.FirstOrDefault(row => row.Measure == name && row.Aspect == Aspect.Value))]))]);
    }

    private static Estimate? PointOf(Side side, string name, double confidence)
    {
        List<double> values = [.. side.Rows.Where(row => row.Measures.ContainsKey(name)).Select(row => row.Measures[name])];
        return values.Count == 0
            ? null
            : Means.Of(values, MeasureCatalog.Find(name)!.Stake.Kind, confidence, new RandomStreams(1)[name]);
    }
}
