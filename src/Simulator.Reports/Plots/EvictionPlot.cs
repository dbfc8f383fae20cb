using ScottPlot;

namespace Simulator.Reports;

/// <summary>How fast trouble is noticed and acted on: nodes marked, nodes evicted, over time.</summary>
internal static class EvictionPlot
{
    /// <summary>Null if no node was marked.</summary>
    public static Plot? Draw(Summary summary, RunRecorder run)
    {
        var samples = run.Series.Samples;
        if (samples.Count == 0 || samples[^1].NodesMarked == 0) return null;
        var plot = PlotCanvas.New("Nodes marked not ready and nodes evicted, so far", "nodes");
        double[] xs = [.. samples.Select(sample => sample.At.TotalSeconds)];
        double top = Math.Max(samples[^1].NodesMarked, samples[^1].NodesEvicted);
        PlotCanvas.AddOutages(plot, summary);
        PlotCanvas.AddSteps(plot, xs, [.. samples.Select(sample => (double)sample.NodesMarked)], Palette.Orange, "marked not ready");
        PlotCanvas.AddSteps(plot, xs, [.. samples.Select(sample => (double)sample.NodesEvicted)], Palette.Blue, "evicted");
        TimeAxis.Apply(plot, summary.Duration);
        PlotCanvas.SetCounts(plot, 0, top * 1.08);
        plot.ShowLegend(Edge.Bottom);
        plot.Legend.Orientation = Orientation.Horizontal;
        return plot;
    }
}
