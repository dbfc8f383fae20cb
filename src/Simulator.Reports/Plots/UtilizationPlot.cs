using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.Plots;

/// <summary>How full the zones are: requested of allocatable, a colour a zone.</summary>
internal static class UtilizationPlot
{
    /// <summary>There are no more colours that people tell apart.</summary>
    private const int ZonesMax = 7;

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
            Band = zones.Count > ZonesMax ? "lowest to highest of the other zones" : "",
            Series = SeriesOf(samples, zones, share),
        };
    }

    /// <summary>One for each zone; of many, one for each of those that change most and one for the others.</summary>
    private static List<Series> SeriesOf(List<TimeSample> samples, IReadOnlyList<string> zones, Func<ZoneSample, double> share)
    {
        var most = zones.Count > ZonesMax ? ZonesMax - 1 : ZonesMax;
        var ranked = Enumerable.Range(0, zones.Count)
            .OrderByDescending(i => zones.Count > ZonesMax ? ChangeOf(samples, sample => share(sample.Zones[i])) : 0)
            .ThenBy(i => zones[i], StringComparer.Ordinal)
            .ToList();
        var series = ranked.Take(most)
            .Select((i, order) => SeriesOf(samples, zones[i], Palette.Of(order), sample => share(sample.Zones[i])))
            .ToList();
        if (ranked.Count > most) series.Add(OthersOf(samples, [.. ranked.Skip(most)], share));
        return series;
    }

    private static double ChangeOf(List<TimeSample> samples, Func<TimeSample, double> share) => samples.Max(share) - samples.Min(share);

    private static Series OthersOf(List<TimeSample> samples, int[] zones, Func<ZoneSample, double> share)
    {
        SeriesPoint Point(TimeSample sample)
        {
            var shares = zones.Select(i => Math.Round(share(sample.Zones[i]) * 100, 2)).ToList();
            return new SeriesPoint(sample.At.TotalSeconds, Math.Round(shares.Average(), 2), shares.Min(), shares.Max());
        }

        return new Series($"the other {HumanNumber.Count(zones.Length)}, on average", Palette.Of(ZonesMax - 1), [.. samples.Select(Point)]);
    }

    /// <summary>As exact as the CSV file has it.</summary>
    private static Series SeriesOf(List<TimeSample> samples, string zone, Tone tone, Func<TimeSample, double> share) =>
        new(
            zone.Length == 0 ? "no zone" : zone, tone,
            [.. samples.Select(sample => new SeriesPoint(sample.At.TotalSeconds, Math.Round(share(sample) * 100, 2)))]);
}
