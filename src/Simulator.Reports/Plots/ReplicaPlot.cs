using ScottPlot;

namespace Simulator.Reports;

/// <summary>The one picture of a run: replicas over time as the API and as the truth has them, the outage shaded, its moments marked.</summary>
internal static class ReplicaPlot
{
    /// <summary>Null for a run without workloads.</summary>
    public static Plot? Draw(Summary summary, RunRecorder run)
    {
        var samples = run.Series.Samples;
        if (summary.Workloads.Count == 0 || samples.Count == 0) return null;
        var (bottom, top) = Limits(samples);
        var plot = PlotCanvas.New("Replicas over time", bottom > 0 ? "replicas (axis does not start at 0)" : "replicas");
        double[] xs = [.. samples.Select(sample => sample.At.TotalSeconds)];
        double[] ready = [.. samples.Select(sample => (double)sample.Replicas.Ready)];
        double[] serving = [.. samples.Select(sample => (double)sample.Replicas.Serving)];
        PlotCanvas.AddOutages(plot, summary);
        AddDead(plot, xs, ready, serving);
        PlotCanvas.AddSteps(plot, xs, [.. samples.Select(sample => (double)sample.Desired)], Palette.Faint, "desired", LinePattern.Dotted);
        PlotCanvas.AddSteps(plot, xs, ready, Palette.Orange, "ready (the API's view)");
        PlotCanvas.AddSteps(plot, xs, serving, Palette.Blue, "serving (the truth)");
        TimeAxis.Apply(plot, summary.Duration);
        PlotCanvas.SetCounts(plot, bottom, top);
        MomentMarks.Add(plot, summary, bottom, top);
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        return plot;
    }

    /// <summary>Fills what the API calls ready and does not serve: requests go there and fail.</summary>
    private static void AddDead(Plot plot, double[] xs, double[] ready, double[] serving)
    {
        double[] upper = [.. ready.Zip(serving, Math.Max)];
        if (upper.SequenceEqual(serving)) return;
        var fill = plot.Add.FillY(StepPoints.CornerXs(xs), StepPoints.CornerYs(serving), StepPoints.CornerYs(upper));
        fill.FillColor = Palette.Orange.WithAlpha(0.35);
        fill.LineWidth = 0;
        fill.LegendText = "called ready, but dead";
    }

    /// <summary>From 0, unless the loss is too small to be seen so.</summary>
    private static (double Bottom, double Top) Limits(IReadOnlyList<TimeSample> samples)
    {
        double most = samples.Max(sample => Math.Max(sample.Desired, Math.Max(sample.Replicas.Ready, sample.Replicas.Serving)));
        double least = samples.Min(sample => Math.Min(sample.Replicas.Ready, sample.Replicas.Serving));
        if (least <= most * 0.8) return (0, most * 1.08);
        var margin = Math.Max(1, most - least);
        return (Math.Max(0, Math.Floor(least - (2 * margin))), Math.Ceiling(most + (0.5 * margin)));
    }
}
