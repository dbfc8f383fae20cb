using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Draws a key.</summary>
internal static class KeyShapes
{
    public static IEnumerable<Shape> Of(KeyLayout key, double left, double top) =>
        key.Entries.SelectMany(entry => Of(entry, left + entry.X, top + entry.Y));

    /// <summary>Holds or fails, told apart by shape and by colour.</summary>
    /// <param name="half">Of its width.</param>
    public static IEnumerable<Shape> MarkOf(KeyMark mark, double x, double y, double half)
    {
        if (mark == KeyMark.Disc) yield return new Disc(x, y, half, Palette.Green);
        if (mark == KeyMark.Both) yield return new Disc(x, y, half, Palette.Green) { Opacity = 0.45 };
        if (mark is not (KeyMark.Cross or KeyMark.Both)) yield break;
        yield return new Stroke([new(x - half, y - half), new(x + half, y + half)], Palette.Orange, 2.6);
        yield return new Stroke([new(x - half, y + half), new(x + half, y - half)], Palette.Orange, 2.6);
    }

    private static IEnumerable<Shape> Of(PlacedKey placed, double x, double y) =>
    [
        .. Swatch(placed.Entry, x, y),
        new Words(x + KeyLayout.TextInset, y, placed.Entry.Text, KeyLayout.FontSize, Palette.Ink),
    ];

    private static IEnumerable<Shape> Swatch(KeyEntry entry, double x, double y) => entry switch
    {
        { Mark: KeyMark.Diamond } => [new Diamond(x + (KeyLayout.SwatchWidth / 2), y, 12, entry.Tone)],
        { Mark: KeyMark.Disc } when entry.Tone != Palette.Green => [new Disc(x + (KeyLayout.SwatchWidth / 2), y, 4.5, entry.Tone)],
        { Mark: not KeyMark.None } => MarkOf(entry.Mark, x + (KeyLayout.SwatchWidth / 2), y, 6),
        { Kind: LaneBarKind.Waiting } =>
            [new Stroke([new(x, y), new(x + KeyLayout.SwatchWidth, y)], entry.Tone, entry.Thickness, entry.Dash)],
        _ => [new Box(x, y - 7, KeyLayout.SwatchWidth, 14, entry.Tone) { Opacity = entry.Opacity }],
    };
}
