using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <summary>What the lines and the colours of a chart mean.</summary>
internal static class ChartKey
{
    public const double FillOpacity = 0.35;
    public const double BandOpacity = 0.5;
    public const double ShadeOpacity = 0.16;
    private const double Thin = 2.2;
    private const int ThickMost = 4;

    public static IReadOnlyList<KeyEntry> Of(Chart chart) =>
    [
        .. chart.Shades.Take(1).Select(_ => new KeyEntry("outage", Palette.Outage) { Opacity = ShadeOpacity * 2 }),
        .. chart.Fills.Where(fill => fill.Name.Length > 0).Select(fill => new KeyEntry(fill.Name, fill.Tone) { Opacity = FillOpacity }),
        .. chart.Series.Select((series, i) => (series, i)).Where(pair => pair.series.Name.Length > 0)
            .Select(pair => LineOf(pair.series, Thickness(chart, pair.i))),
        .. HasBands(chart) ? [new KeyEntry(chart.Band, Palette.Faint) { Opacity = BandOpacity }] : Array.Empty<KeyEntry>(),
    ];

    private static KeyEntry LineOf(Series series, double thickness) =>
        new(series.Name, series.Tone, LaneBarKind.Waiting) { Thickness = thickness, Dash = series.Dash };

    private static bool HasBands(Chart chart) =>
        chart.Band.Length > 0 && chart.Series.Any(series => series.Points.Any(point => point.IsRange));

    /// <summary>What is drawn first shows at both sides of what lies over it.</summary>
    public static double Thickness(Chart chart, int index) => Thin + (chart.Widening * Math.Min(ThickMost, chart.Series.Count - 1 - index));
}
