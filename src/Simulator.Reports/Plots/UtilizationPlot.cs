using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>How full the zones are: requested of allocatable, a colour a zone.</summary>
internal static class UtilizationPlot
{
    public static Chart? OfCpu(Summary summary, RunRecorder run) => Of(summary, run, "CPU", zone => zone.Cpu);

    public static Chart? OfMemory(Summary summary, RunRecorder run) => Of(summary, run, "memory", zone => zone.Memory);

    /// <summary>Null for a run without nodes.</summary>
    private static Chart? Of(Summary summary, RunRecorder run, string resource, Func<ZoneSample, double> share)
    {
        var zones = run.Series.Zones;
        var samples = run.Series.Samples.Where(sample => sample.Zones.Count == zones.Count).ToList();
        if (zones.Count == 0 || samples.Count == 0) return null;
        var top = samples.SelectMany(sample => sample.Zones).Max(share) * 100;
        return new Chart
        {
            Title = $"Requested share of the allocatable {resource}, by zone",
            Across = new ClockScale(0, summary.Duration),
            Up = new NumberScale(0, Math.Max(10, top * 1.08), $"{resource} requested (%)"),
            Place = HumanTime.Clock,
            Shades = RunSeries.Shades(summary),
            Series =
            [
                .. Enumerable.Range(0, zones.Count).OrderBy(i => zones[i], StringComparer.Ordinal)
                    .Select((i, order) => SeriesOf(samples, zones[i], Palette.Of(order), sample => share(sample.Zones[i]))),
            ],
        };
    }

    /// <summary>As exact as the CSV file has it.</summary>
    private static Series SeriesOf(List<TimeSample> samples, string zone, Tone tone, Func<TimeSample, double> share) =>
        new(
            zone.Length == 0 ? "no zone" : zone, tone,
            [.. samples.Select(sample => new SeriesPoint(sample.At.TotalSeconds, Math.Round(share(sample) * 100, 2)))]);
}
