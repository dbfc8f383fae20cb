using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Studies;

/// <summary>
/// Draws differences: a line from end to end of each interval over the stretch that is allowed; an arrow where it goes on beyond the axis.
/// </summary>
internal static class DifferenceDrawing
{
    private const double MarkHeight = 28;
    private const double AllowedOpacity = 0.16;

    /// <summary>The axis reaches no farther than that many times the widest allowed difference: those near 0 would not be seen.</summary>
    private const double ReachMax = 6;

    public static Drawing Of(DifferenceChart plot, DrawingSize size)
    {
        var axis = AxisOf(plot);
        var picture = new RowPicture(
            plot.Title, [.. plot.Rows.Select(row => new RowText(row.Name, row.Text))], KeyOf(plot), size, MarkHeight);
        return picture.Draw(
            plot.Rows.Zip(picture.Frame.Rows, (row, placed) => Shapes(picture, axis, row, placed)).SelectMany(shapes => shapes), axis);
    }

    /// <summary>0 is within; both sides alike if both are needed.</summary>
    private static UnitScale AxisOf(DifferenceChart plot)
    {
        var ends = plot.Rows.SelectMany(row => new[] { row.Low, row.Value, row.High, row.Allowed ?? 0, -row.Allowed ?? 0 })
            .Where(double.IsFinite);
        var reach = ends.Select(Math.Abs).DefaultIfEmpty(1).Max();
        var allowed = plot.Rows.Select(row => row.Allowed ?? 0).DefaultIfEmpty().Max();
        if (allowed > 0) reach = Math.Min(reach, allowed * ReachMax);
        if (reach == 0) reach = 1;
        return new UnitScale(-reach * 1.05, reach * 1.05, plot.Label, plot.Unit);
    }

    private static IReadOnlyList<KeyEntry> KeyOf(DifferenceChart plot) =>
    [
        .. plot.Rows.Any(row => row.Allowed > 0)
            ? [new KeyEntry("allowed", Palette.Faint) { Opacity = AllowedOpacity * 2 }]
            : Array.Empty<KeyEntry>(),
        .. plot.Rows.Select(row => row.Verdict).Distinct(StringComparer.Ordinal)
            .Select(verdict => new KeyEntry(verdict, ToneOf(verdict), LaneBarKind.Waiting)),
    ];

    /// <summary>What is unclear is not the grey of what is the same.</summary>
    private static Tone ToneOf(string verdict) => verdict == "unclear" ? Palette.Outage : VerdictWords.ToneOf(verdict);

    private static IEnumerable<Shape> Shapes(RowPicture picture, IScale axis, Difference row, PlacedRow placed)
    {
        var (frame, y, tone) = (picture.Frame, placed.Middle, ToneOf(row.Verdict));
        var height = placed.MarkBottom - placed.MarkTop;
        if (row.Allowed is { } allowed and > 0)
        {
            var left = frame.X(axis, -allowed);
            yield return new Box(left, placed.MarkTop, frame.X(axis, allowed) - left, height, Palette.Faint) { Opacity = AllowedOpacity };
        }

        yield return picture.Pane(placed, row.Hint.Length > 0 ? row.Hint : $"{row.Name}\n{row.Text}");
        yield return new Stroke([new(frame.X(axis, 0), placed.MarkTop), new(frame.X(axis, 0), placed.MarkBottom)], Palette.Faint, 1);
        var (low, high) = (frame.X(axis, row.Low), frame.X(axis, row.High));
        yield return new Stroke([new(low, y), new(high, y)], tone, 3);
        yield return row.Low < axis.From ? Arrow(low, y, 8, tone) : Cap(low, y, tone);
        yield return row.High > axis.To ? Arrow(high, y, -8, tone) : Cap(high, y, tone);
        if (row.Value >= axis.From && row.Value <= axis.To) yield return new Diamond(frame.X(axis, row.Value), y, 13, tone);
    }

    private static Stroke Cap(double x, double y, Tone tone) => new([new(x, y - 5), new(x, y + 5)], tone, 2);

    /// <param name="back">From the tip.</param>
    private static Area Arrow(double x, double y, double back, Tone tone) =>
        new([new(x, y), new(x + back, y - 6), new(x + back, y + 6)], tone, 1);
}
