using ScottPlot;

namespace Simulator.Reports;

/// <summary>How long pods took from created to ready: the share of them that was done within a time.</summary>
internal static class PodStartPlot
{
    private const int PointsMax = 1000;

    /// <summary>Null if no pod that was created after time zero became ready.</summary>
    public static Plot? Draw(RunRecorder run)
    {
        var starts = MeasuresOfRun.StartsOf(run);
        if (starts.Length == 0) return null;
        var plot = PlotCanvas.New($"Start of {HumanNumber.Count(starts.Length, "pod", "pods")}: created to ready", "share of pods (%)");
        var ranks = Ranks(starts.Length);
        PlotCanvas.AddSteps(plot, [0, .. ranks.Select(rank => starts[rank])], [0, .. ranks.Select(rank => 100.0 * (rank + 1) / starts.Length)], Palette.Blue, "");
        plot.XLabel("time from created to ready (s)", 14);
        plot.Axes.Bottom.Label.Bold = false;
        plot.Axes.SetLimits(0, Math.Max(starts[^1] * 1.05, 0.001), 0, 110);
        double[] tens = [.. Enumerable.Range(0, 11).Select(i => i * 10.0)];
        plot.Axes.Left.SetTicks(tens, [.. tens.Select(HumanNumber.Plain)]);
        AddPercentiles(plot, starts);
        plot.HideLegend();
        return plot;
    }

    /// <summary>Names stand above the curve, to the left, where there is room for them.</summary>
    private static void AddPercentiles(Plot plot, double[] starts)
    {
        foreach (var (share, name) in new[] { (0.5, "p50"), (0.9, "p90"), (0.99, "p99") })
        {
            var seconds = Percentiles.Of(starts, share);
            plot.Add.Marker(seconds, share * 100, MarkerShape.FilledCircle, 9, Palette.Orange);
            var leftOfPoint = seconds > starts[^1] * 0.4;
            var text = plot.Add.Text($"{name} {HumanTime.Short(seconds)}", seconds, share * 100);
            text.LabelFontSize = 13;
            text.LabelFontName = PlotFonts.Family ?? "sans-serif";
            text.LabelFontColor = Palette.Ink;
            text.LabelAlignment = leftOfPoint ? Alignment.LowerRight : Alignment.UpperLeft;
            (text.OffsetX, text.OffsetY) = leftOfPoint ? (-6, -5) : (8, 4);
        }
    }

    /// <summary>At most a thousand ranks, the last one always: more points than pixels only make the file large.</summary>
    private static int[] Ranks(int count)
    {
        var step = Math.Max(1, count / PointsMax);
        return [.. Enumerable.Range(0, count).Where(rank => rank % step == 0 || rank == count - 1)];
    }
}
