using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Studies;

/// <summary>
/// Draws a boundary: a disc holds, a cross fails, both are some of each. What was tried stands evenly, in its order: near the boundary the
/// steps are smallest, and matter most.
/// </summary>
internal static class BoundaryDrawing
{
    private const double MarkHeight = 30;
    private const double MarkOpacity = 0.2;
    private const string Holds = "holds in all runs";
    private const string Fails = "fails in all";
    private const string Some = "fails in some";
    private static readonly Tone[] MarkTones = [Palette.Green, Palette.Blue, Palette.Outage];

    public static Drawing Of(Boundary plot, DrawingSize size)
    {
        double[] tried = [.. plot.Rows.SelectMany(row => row.Points).Select(point => point.At).Distinct().Order()];
        var axis = StudyAxis.OfNames($"{plot.Label}: each that was tried", [.. tried.Select(HumanNumber.Plain)]);
        var picture = new RowPicture(plot.Title, [.. plot.Rows.Select(row => new RowText(row.Name, ""))], KeyOf(plot), size, MarkHeight);
        double X(double at) => picture.Frame.X(axis, Array.BinarySearch(tried, at));
        var half = (picture.Frame.X(axis, 1) - picture.Frame.X(axis, 0)) / 2;
        return picture.Draw(
        [
            .. picture.Frame.Rows.SelectMany(row => plot.Marks.Select((mark, i) => (mark, i)).Where(pair => tried.Contains(pair.mark.At))
                .Select(pair => Column(row, X(pair.mark.At), half, pair.i))),
            .. plot.Rows.Zip(
                picture.Frame.Rows, (row, placed) => row.Points.SelectMany(point => Shapes(plot, row, point, X(point.At), placed, half)))
                .SelectMany(shapes => shapes),
        ], axis);
    }

    private static IReadOnlyList<KeyEntry> KeyOf(Boundary plot)
    {
        var points = plot.Rows.SelectMany(row => row.Points).ToList();
        return
        [
            .. plot.Marks.Select((mark, i) => new KeyEntry(mark.Text, MarkTones[i % MarkTones.Length]) { Opacity = MarkOpacity * 2 }),
            .. Entry(Holds, KeyMark.Disc, points.Exists(point => point.Held == point.Runs)),
            .. Entry(Some, KeyMark.Both, points.Exists(point => point.Held > 0 && point.Held < point.Runs)),
            .. Entry(Fails, KeyMark.Cross, points.Exists(point => point.Held == 0)),
        ];
    }

    private static IEnumerable<KeyEntry> Entry(string text, KeyMark mark, bool isThere) =>
        isThere ? [new KeyEntry(text, mark == KeyMark.Disc ? Palette.Green : Palette.Orange) { Mark = mark }] : [];

    private static Box Column(PlacedRow row, double x, double half, int mark) =>
        new(
            x - half, row.MarkTop - 2, 2 * half, row.MarkBottom - row.MarkTop + 4,
            MarkTones[mark % MarkTones.Length])
        { Opacity = MarkOpacity };

    private static IEnumerable<Shape> Shapes(Boundary plot, BoundaryRow row, BoundaryPoint point, double x, PlacedRow placed, double half)
    {
        var mark = point.Held == point.Runs ? KeyMark.Disc : point.Held == 0 ? KeyMark.Cross : KeyMark.Both;
        foreach (var shape in KeyShapes.MarkOf(mark, x, placed.Middle, Math.Min(7, half * 0.8))) yield return shape;
        var told = point.Runs == 1 ? (point.Held == 1 ? "holds" : "fails") : $"holds in {point.Held} of {point.Runs} runs";
        yield return new Pane(x - half, placed.MarkTop, 2 * half, placed.MarkBottom - placed.MarkTop)
        {
            Hint = string.Join(
                '\n', new[] { row.Name, $"{plot.Label}: {HumanNumber.Plain(point.At)}", told, point.Why }.Where(line => line.Length > 0)),
        };
    }
}
