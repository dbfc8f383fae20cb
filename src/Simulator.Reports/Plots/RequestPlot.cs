using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>What users see: requests a second over time, and those of them that fail.</summary>
internal static class RequestPlot
{
    /// <summary>Null for a run without traffic.</summary>
    public static Chart? Of(Summary summary, RunRecorder run)
    {
        if (!run.Totals.HasTraffic || run.Series.Samples.Count == 0) return null;
        var failed = RunSeries.Of(run, "failed", Palette.Orange, state => state.Failed / 1000.0);
        var most = run.Series.Samples.Max(sample => sample.Highest.Requests) / 1000.0;
        return new Chart
        {
            Title = "Requests and failed requests of users",
            Across = new ClockScale(0, summary.Duration),
            Up = new NumberScale(0, Math.Max(0.01, most * 1.08), "requests a second", 0.001),
            Place = HumanTime.Clock,
            Band = RunSeries.Band(run),
            Shades = RunSeries.Shades(summary),
            Fills = [new ChartFill("", Palette.Orange, null, failed)],
            Series = [RunSeries.Of(run, "requests", Palette.Blue, state => state.Requests / 1000.0), failed],
        };
    }
}
