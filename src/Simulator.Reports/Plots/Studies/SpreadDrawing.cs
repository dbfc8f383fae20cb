using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Studies;

/// <summary>
/// Draws a spread: a dot a seed, a line for the interval, a diamond for the value; each row on its own scale, whose ends are told.
/// </summary>
internal static class SpreadDrawing
{
    private const double MarkHeight = 40;
    private const double EndSize = 12;
    private const double DotOpacity = 0.55;

    /// <summary>Of more seeds evenly spaced ones stand for all.</summary>
    private const int DotsMax = 60;

    public static Drawing Of(Spread plot, DrawingSize size)
    {
        var rows = plot.Rows.Where(row => row.Values.Count > 0).ToList();
        var picture = new RowPicture(plot.Title, [.. rows.Select(row => new RowText(row.Name, row.Text))], KeyOf(plot), size, MarkHeight);
        return picture.Draw(rows.Zip(picture.Frame.Rows, (row, placed) => Shapes(picture, row, placed)).SelectMany(shapes => shapes), null);
    }

    private static IReadOnlyList<KeyEntry> KeyOf(Spread plot)
    {
        var most = plot.Rows.Select(row => row.Values.Count).DefaultIfEmpty().Max();
        var dot = most > DotsMax ? $"each of {DotsMax} of the {HumanNumber.Count(most)} runs, from lowest to highest" : "a run";
        KeyEntry[] key = [new(dot, Palette.Blue) { Mark = KeyMark.Disc }, new("the value", Palette.Ink) { Mark = KeyMark.Diamond }];
        return plot.Interval.Length == 0 ? key : [.. key, new(plot.Interval, Palette.Ink, LaneBarKind.Waiting)];
    }

    private static IEnumerable<Shape> Shapes(RowPicture picture, SpreadRow row, PlacedRow placed)
    {
        var (frame, y, bottom) = (picture.Frame, placed.MarkTop + 13, placed.MarkBottom - 7);
        var (least, most) =
            (Math.Min(row.Low, row.Values.Min(value => value.Value)), Math.Max(row.High, row.Values.Max(value => value.Value)));
        double X(double value) => most > least
            ? frame.Left + ((value - least) / (most - least) * (frame.Right - frame.Left))
            : (frame.Left + frame.Right) / 2;
        yield return new Stroke([new(frame.Left, y), new(frame.Right, y)], Palette.Grid, 1);
        yield return picture.Pane(placed, $"{row.Name}\n{row.Text}\nlowest {UnitText.Of(row.Values.Min(value => value.Value), row.Unit)}, "
            + $"highest {UnitText.Of(row.Values.Max(value => value.Value), row.Unit)}");
        foreach (var dot in Dots(row, X, y)) yield return dot;
        if (row.High > row.Low) yield return new Stroke([new(X(row.Low), y), new(X(row.High), y)], Palette.Ink, 3);
        yield return new Diamond(X(row.Value), y, 12, Palette.Ink);
        foreach (var end in Ends(row, frame, least, most, bottom)) yield return end;
    }

    private static IEnumerable<Disc> Dots(SpreadRow row, Func<double, double> x, double y)
    {
        var sorted = row.Values.OrderBy(value => value.Value).ToList();
        var count = Math.Min(DotsMax, sorted.Count);
        for (var i = 0; i < count; i++)
        {
            var (seed, value) = sorted[count == 1 ? 0 : i * (sorted.Count - 1) / (count - 1)];
            var hint = $"{row.Name}\nseed {seed}: {UnitText.Of(value, row.Unit)}";
            yield return new Disc(x(value), y + (((i % 3) - 1) * 4), 4.5, Palette.Blue) { Opacity = DotOpacity, Hint = hint };
        }
    }

    private static IEnumerable<Words> Ends(SpreadRow row, RowFrame frame, double least, double most, double y)
    {
        if (least == most)
        {
            yield return new Words((frame.Left + frame.Right) / 2, y, "the same in every run", EndSize, Palette.Faint, Anchor.Middle);
            yield break;
        }

        yield return new Words(frame.Left, y, UnitText.Of(least, row.Unit), EndSize, Palette.Faint);
        yield return new Words(frame.Right, y, UnitText.Of(most, row.Unit), EndSize, Palette.Faint, Anchor.End);
    }
}
