using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Draws a key.</summary>
internal static class KeyShapes
{
    public static IEnumerable<Shape> Of(KeyLayout key, double left, double top) =>
        key.Entries.SelectMany(entry => Of(entry, left + entry.X, top + entry.Y));

    private static Shape[] Of(PlacedKey placed, double x, double y) =>
    [
        Swatch(placed.Entry, x, y),
        new Words(x + KeyLayout.TextInset, y, placed.Entry.Text, KeyLayout.FontSize, Palette.Ink),
    ];

    private static Shape Swatch(KeyEntry entry, double x, double y) => entry.Kind == LaneBarKind.Waiting
        ? new Stroke([new(x, y), new(x + KeyLayout.SwatchWidth, y)], entry.Tone, entry.Thickness, entry.Dash)
        : new Box(x, y - 7, KeyLayout.SwatchWidth, 14, entry.Tone) { Opacity = entry.Opacity };
}
