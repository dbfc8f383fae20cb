using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Steady;

/// <summary>The steady state of a run: the means over time of its series, the warm-up left out.</summary>
/// <param name="Measures">By name; none of a run that has not settled.</param>
/// <param name="Batches">Means of stretches that follow each other, by measure: what a run alone says of its own precision. Absent of what
/// has too few values.</param>
public sealed record SteadyState(
    IReadOnlyDictionary<string, double> Measures, IReadOnlyDictionary<string, IReadOnlyList<double>> Batches)
{
    public const string WarmUpMeasure = "steady.warmUp";

    /// <summary>A measure of the steady state, which no other run has.</summary>
    public static bool Has(string measure) => measure == WarmUpMeasure || SteadySeries.All.Any(series => series.Measure == measure);

    /// <param name="run">That has ended.</param>
    public static SteadyState Of(RunRecorder run, WarmUpChoice choice)
    {
        var series = SteadySeries.All.Select(entry => (entry.Measure, Values: entry.Values(run).ToList()))
            .Where(entry => entry.Values.Count > 0).ToList();
        var measures = new MeasureSet();
        var batches = new SortedDictionary<string, IReadOnlyList<double>>(StringComparer.Ordinal);
        if ((choice.Length?.TotalSeconds ?? Found(series.Select(entry => entry.Values))) is not { } from)
        {
            return new SteadyState(measures.Values, batches);
        }

        measures.AddSeconds(WarmUpMeasure, from);
        foreach (var (measure, all) in series)
        {
            double[] values = [.. all.Where(pair => pair.At >= from).Select(pair => pair.Value)];
            if (values.Length == 0) continue;
            measures.AddMean(measure, values.Average());
            if (BatchMeans.MeansOf(values) is { } means) batches[measure] = means;
        }

        return new SteadyState(measures.Values, batches);
    }

    /// <summary>The longest warm-up of any series, in seconds; null: one has not settled.</summary>
    private static double? Found(IEnumerable<List<(double At, double Value)>> series)
    {
        var longest = 0.0;
        foreach (var values in series)
        {
            if (WarmUp.Cut([.. values.Select(pair => pair.Value)]) is not { } cut) return null;
            longest = Math.Max(longest, values[Math.Min(cut, values.Count - 1)].At);
        }

        return longest;
    }
}
