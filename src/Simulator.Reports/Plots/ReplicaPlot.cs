using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>Replicas over time as the API and as the truth has them, the outage shaded, its moments marked.</summary>
internal static class ReplicaPlot
{
    /// <summary>Null for a run without workloads.</summary>
    public static Chart? Of(Summary summary, RunRecorder run)
    {
        if (summary.Workloads.Count == 0 || run.Series.Samples.Count == 0) return null;
        var (bottom, top) = Limits(run.Series.Samples);
        var ready = RunSeries.Of(run, "ready (the API's view)", Palette.Orange, state => state.Replicas.Ready);
        var serving = RunSeries.Of(run, "serving (the truth)", Palette.Blue, state => state.Replicas.Serving);
        var isDead = run.Series.Samples.Any(sample => sample.State.Replicas.Ready > sample.State.Replicas.Serving);
        return new Chart
        {
            Title = "Replicas over time",
            Across = new ClockScale(0, summary.Duration),
            Up = new NumberScale(bottom, top, bottom > 0 ? "replicas (the axis does not start at 0)" : "replicas"),
            Place = HumanTime.Clock,
            Band = RunSeries.Band(run),
            Shades = RunSeries.Shades(summary),
            Fills = isDead ? [new ChartFill("called ready, but dead", Palette.Orange, serving, ready)] : [],
            Series = [ready, serving, RunSeries.OfSamples(run, "desired", Palette.Ink, sample => sample.Desired, Dash.Dotted)],
            Marks = MomentMarks.Of(summary),
        };
    }

    /// <summary>From 0, unless there is a loss and it is too small to be seen so.</summary>
    private static (double Bottom, double Top) Limits(IReadOnlyList<TimeSample> samples)
    {
        double desired = samples.Max(sample => sample.Desired);
        var most = Math.Max(desired, samples.Max(sample => Math.Max(sample.Highest.Replicas.Ready, sample.Highest.Replicas.Serving)));
        double least = samples.Min(sample => Math.Min(sample.Lowest.Replicas.Ready, sample.Lowest.Replicas.Serving));
        if (least <= most * 0.8 || least == most) return (0, Math.Max(1, most * 1.08));
        var margin = Math.Max(1, most - least);
        return (Math.Max(0, Math.Floor(least - (2 * margin))), Math.Ceiling(most + (0.5 * margin)));
    }
}
