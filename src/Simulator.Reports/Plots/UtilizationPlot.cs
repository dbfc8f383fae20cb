using ScottPlot;

namespace Simulator.Reports;

/// <summary>How full the zones are: requested of allocatable, CPU solid and memory dashed, a colour a zone.</summary>
internal static class UtilizationPlot
{
    /// <summary>Null for a run without nodes.</summary>
    public static Plot? Draw(Summary summary, RunRecorder run)
    {
        var zones = run.Series.Zones;
        if (zones.Count == 0) return null;
        var samples = run.Series.Samples.Where(sample => sample.Zones.Count == zones.Count).ToArray();
        var plot = PlotCanvas.New("Requested share of the allocatable, by zone", "requested (%)");
        double[] xs = [.. samples.Select(sample => sample.At.TotalSeconds)];
        PlotCanvas.AddOutages(plot, summary);
        foreach (var i in Enumerable.Range(0, zones.Count).OrderBy(i => zones[i], StringComparer.Ordinal))
        {
            var name = zones[i].Length == 0 ? "no zone" : zones[i];
            PlotCanvas.AddSteps(plot, xs, [.. samples.Select(sample => sample.Zones[i].Cpu * 100)], Palette.Of(i), $"{name} CPU");
            PlotCanvas.AddSteps(plot, xs, [.. samples.Select(sample => sample.Zones[i].Memory * 100)], Palette.Of(i), $"{name} memory", LinePattern.Dashed);
        }

        var top = samples.SelectMany(sample => sample.Zones).Max(zone => Math.Max(zone.Cpu, zone.Memory)) * 100;
        TimeAxis.Apply(plot, summary.Duration);
        plot.Axes.SetLimitsY(0, Math.Max(10, top * 1.08));
        plot.ShowLegend(Edge.Right);
        return plot;
    }
}
