using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>How long the answers of the service take over time whose 99th percentile is the highest.</summary>
internal static class LatencyPlot
{
    /// <summary>Null for a run in which requests take no time.</summary>
    public static Chart? Of(Summary summary, RunRecorder run)
    {
        if (WorstOf(run) is not { Load: { } load } worst) return null;
        var most = load.Samples.Max(sample => sample.P99Highest);
        var inMillis = most < 1;
        var unit = inMillis ? 1000 : 1;
        return new Chart
        {
            Title = $"Latency of {Names.Short(worst.Name)}: median, 95th and 99th percentile",
            Across = new ClockScale(0, summary.Duration),
            Up = new NumberScale(0, Math.Max(0.001, most * unit * 1.08), inMillis ? "milliseconds" : "seconds", 0.001),
            Place = HumanTime.Clock,
            Shades = RunSeries.Shades(summary),
            Series =
            [
                Curve("99 %", Palette.Orange, sample => sample.P99),
                Curve("95 %", Palette.Blue, sample => sample.P95),
                Curve("median", Palette.Green, sample => sample.P50),
            ],
        };

        Series Curve(string name, Tone tone, Func<LoadSample, double> value) =>
            new(name, tone, [.. load.Samples.Select(sample => new SeriesPoint(sample.At, value(sample) * unit))]);
    }

    /// <summary>The first by name of the slowest; null if none has a sample.</summary>
    public static ServiceLife? WorstOf(RunRecorder run) => run.Services
        .Where(service => service.Load is { Samples.Count: > 0 })
        .OrderByDescending(service => service.Load!.P99Highest)
        .ThenBy(service => service.Cluster, StringComparer.Ordinal)
        .ThenBy(service => service.Name, StringComparer.Ordinal)
        .FirstOrDefault();
}
