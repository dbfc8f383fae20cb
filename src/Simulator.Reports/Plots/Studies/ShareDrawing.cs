using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Studies;

/// <summary>Draws shares as bars of pieces; the key tells each part's share of the first bar.</summary>
internal static class ShareDrawing
{
    private const double MarkHeight = 30;

    /// <summary>There are no more colours that people tell apart.</summary>
    private const int PartsMax = 7;

    public static Drawing Of(Shares plot, DrawingSize size)
    {
        var shown = Joined(plot);
        var most = shown.Rows.Select(row => row.Values.Sum()).DefaultIfEmpty().Max();
        var axis = new UnitScale(0, most > 0 ? most * 1.02 : 1, plot.Label, plot.Unit);
        var picture = new RowPicture(
            plot.Title, [.. shown.Rows.Select(row => new RowText(row.Name, row.Text))], KeyOf(shown), size, MarkHeight);
        return picture.Draw(
            shown.Rows.Zip(picture.Frame.Rows, (row, placed) => Pieces(shown, picture.Frame, axis, row, placed)).SelectMany(box => box),
            axis);
    }

    /// <summary>The last parts as one.</summary>
    private static Shares Joined(Shares plot)
    {
        if (plot.Parts.Count <= PartsMax) return plot;
        var kept = PartsMax - 1;
        return plot with
        {
            Parts = [.. plot.Parts.Take(kept), $"the other {plot.Parts.Count - kept}"],
            Rows = [.. plot.Rows.Select(row => row with { Values = [.. row.Values.Take(kept), row.Values.Skip(kept).Sum()] })],
        };
    }

    private static IReadOnlyList<KeyEntry> KeyOf(Shares plot) =>
        [.. plot.Parts.Select((part, i) => new KeyEntry($"{part} {PercentOf(plot.Rows[0], i)}", Palette.Of(i)))];

    private static string PercentOf(ShareRow row, int part) =>
        row.Values.Sum() is var sum && sum > 0 ? HumanNumber.Percent(row.Values[part] / sum) : "0 %";

    private static IEnumerable<Box> Pieces(Shares plot, RowFrame frame, IScale axis, ShareRow row, PlacedRow placed)
    {
        var from = 0.0;
        for (var i = 0; i < row.Values.Count; i++)
        {
            var (left, right) = (frame.X(axis, from), frame.X(axis, from + row.Values[i]));
            from += row.Values[i];
            if (row.Values[i] <= 0) continue;
            var hint = $"{row.Name}\n{plot.Parts[i]}: {UnitText.Of(row.Values[i], plot.Unit)}, {PercentOf(row, i)}";
            yield return new Box(left, placed.MarkTop + 3, Math.Max(1.5, right - left - 1), MarkHeight - 6, Palette.Of(i)) { Hint = hint };
        }
    }
}
