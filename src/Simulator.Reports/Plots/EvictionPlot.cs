using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>How fast trouble is noticed and acted on: nodes marked, nodes evicted, over time.</summary>
internal static class EvictionPlot
{
    /// <summary>Null if no node was marked.</summary>
    public static Chart? Of(Summary summary, RunRecorder run)
    {
        if (run.Series.Samples is not [.., { NodesMarked: > 0 } last]) return null;
        return new Chart
        {
            Title = "Nodes marked not ready and nodes evicted, so far",
            Across = new ClockScale(0, summary.Duration),
            Up = new NumberScale(0, Math.Max(last.NodesMarked, last.NodesEvicted) * 1.08, "nodes"),
            Place = HumanTime.Clock,
            IsRising = true,
            Shades = RunSeries.Shades(summary),
            Series =
            [
                RunSeries.OfSamples(run, "marked not ready", Palette.Orange, sample => sample.NodesMarked),
                RunSeries.OfSamples(run, "evicted", Palette.Blue, sample => sample.NodesEvicted),
            ],
        };
    }
}
