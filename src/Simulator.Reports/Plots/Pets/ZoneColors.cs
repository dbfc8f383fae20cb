using Simulator.Reports.Measures;
using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Pets;

/// <summary>A colour for each zone, other than those that say good and bad.</summary>
internal sealed class ZoneColors(RunRecorder run)
{
    private static readonly int[] Series = [0, 3, 4, 5, 6];

    private readonly string[] _zones = [.. run.Zones.Select(zone => zone.Name).Order(StringComparer.Ordinal)];

    public IEnumerable<KeyEntry> Key => _zones.Length == 1
        ? [new KeyEntry("runs", Of(_zones[0]))]
        : _zones.Take(Series.Length).Select(zone => new KeyEntry($"runs in {(zone.Length == 0 ? "no zone" : zone)}", Of(zone)));

    /// <summary>Repeats after five.</summary>
    public Tone Of(string zone) => Palette.Of(Series[Math.Max(0, Array.IndexOf(_zones, zone)) % Series.Length]);
}
