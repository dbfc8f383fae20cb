using ScottPlot;

namespace Simulator.Reports;

/// <summary>What users see: requests a second over time, and those of them that fail.</summary>
internal static class RequestPlot
{
    /// <summary>Null for a run without traffic.</summary>
    public static Plot? Draw(Summary summary, RunRecorder run)
    {
        var samples = run.Series.Samples;
        if (!run.Totals.HasTraffic || samples.Count == 0) return null;
        var plot = PlotCanvas.New("Requests and failed requests of users", "requests a second");
        double[] xs = [.. samples.Select(sample => sample.At.TotalSeconds)];
        double[] failed = [.. samples.Select(sample => sample.Failed)];
        PlotCanvas.AddOutages(plot, summary);
        var fill = plot.Add.FillY(StepPoints.CornerXs(xs), StepPoints.CornerYs(new double[xs.Length]), StepPoints.CornerYs(failed));
        fill.FillColor = Palette.Orange.WithAlpha(0.35);
        fill.LineWidth = 0;
        PlotCanvas.AddSteps(plot, xs, [.. samples.Select(sample => sample.Requests)], Palette.Blue, "requests");
        PlotCanvas.AddSteps(plot, xs, failed, Palette.Orange, "failed");
        TimeAxis.Apply(plot, summary.Duration);
        PlotCanvas.SetCounts(plot, 0, samples.Max(sample => sample.Requests) * 1.08);
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        return plot;
    }
}
