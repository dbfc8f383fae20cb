using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots;

/// <summary>How long pods took from created to ready: the share of them that was done within a time.</summary>
internal static class PodStartPlot
{
    private const int PointsMax = 1000;
    private static readonly (double Share, string Name)[] Marked = [(0.5, "p50"), (0.9, "p90"), (0.99, "p99")];

    /// <summary>Null if no pod that was created after time zero became ready.</summary>
    public static Chart? Of(RunRecorder run)
    {
        var starts = MeasuresOfRun.StartsOf(run);
        if (starts.Length == 0) return null;
        return new Chart
        {
            Title = $"Start of {HumanNumber.Count(starts.Length, "pod", "pods")}: created to ready",
            Across = new NumberScale(0, Math.Max(starts[^1] * 1.05, 0.001), "time from created to ready (s)", 0.001),
            Up = new NumberScale(0, 105, "share of pods (%)"),
            Place = HumanTime.Short,
            Series = [new Series("ready", Palette.Blue, Points(starts))],
            IsRising = true,
            Marks = [.. Marked.Select(mark => MarkOf(mark.Name, Percentiles.Of(starts, mark.Share)))],
            Dots = [.. Marked.Select(mark => new Spot(Percentiles.Of(starts, mark.Share), mark.Share * 100))],
        };
    }

    private static ChartMark MarkOf(string name, double seconds) => new(seconds, $"{name} {HumanTime.Short(seconds)}");

    /// <summary>At most a thousand ranks, the last one always: more points than pixels only make the file large.</summary>
    private static SeriesPoint[] Points(double[] starts)
    {
        var step = Math.Max(1, starts.Length / PointsMax);
        var ranks = Enumerable.Range(0, starts.Length).Where(rank => rank % step == 0 || rank == starts.Length - 1);
        return [new(0, 0), .. ranks.Select(rank => new SeriesPoint(starts[rank], 100.0 * (rank + 1) / starts.Length))];
    }
}
