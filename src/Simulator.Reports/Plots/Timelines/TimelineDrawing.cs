using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Plots.Timelines;

/// <summary>Draws a timeline at a width in pixels; its height comes from what is in it.</summary>
/// <param name="names">Pixels of the column of names.</param>
internal sealed class TimelineDrawing(Timeline timeline, DrawingSize size, double names)
{
    private const double Edge = 10;
    private const double TitleHeight = 32;
    private const double ThinHeight = 3;

    private readonly KeyLayout _key = new(timeline.Key, size.Width - (2 * Edge));
    private readonly IReadOnlyList<PlacedLane> _lanes = new LaneLayout(timeline, size.Width - names - (2 * Edge), names).Place();

    private double Left => Edge + names;

    private double Right => size.Width - Edge;

    private double KeyTop => size.HasTitle ? TitleHeight : 4;

    /// <summary>Of the first lane.</summary>
    private double Top => KeyTop + _key.Height;

    private double Bottom => Top + _lanes[^1].Bottom;

    /// <param name="title">For a picture that stands alone.</param>
    public Drawing Draw(string title)
    {
        var tickWidth = Letters.Width(HumanTime.Clock(timeline.To), ChartFrame.TickSize) + ChartFrame.TickSize;
        var ticks = new ClockScale(timeline.From, timeline.To) { IsLong = true }.Ticks((int)((Right - Left) / tickWidth));
        return new Drawing(size.Width, Math.Ceiling(Bottom + 52),
        [
            .. timeline.Shades.Select(Shade),
            .. _lanes.SelectMany(Shapes),
            new Stroke([new(Left, Bottom), new(Right, Bottom)], Palette.Faint, 1),
            .. AcrossAxis.Of(ticks, X, Bottom, size.Width),
            .. KeyShapes.Of(_key, Edge, KeyTop),
            .. size.HasTitle ? [new Words(Edge, 19, title, ChartFrame.TitleSize, Palette.Ink)] : Array.Empty<Words>(),
        ]);
    }

    private double X(double at) => Left + (Math.Clamp((at - timeline.From) / (timeline.To - timeline.From), 0, 1) * (Right - Left));

    private Box Shade(LaneBar shade)
    {
        var width = Math.Max(LanePieces.WidthMin, X(shade.To) - X(shade.From));
        return new Box(X(shade.From), Top, width, Bottom - Top, Palette.Outage) { Opacity = ChartKey.ShadeOpacity };
    }

    private IEnumerable<Shape> Shapes(PlacedLane lane) =>
    [
        .. lane.Top > 0 ? [new Stroke([new(Edge, Top + lane.Top), new(Right, Top + lane.Top)], Palette.Grid, 1)] : Array.Empty<Shape>(),
        .. lane.Lane.Curve.Count > 0 ? Curve(lane) : Pieces(lane),
        .. lane.Lines.Select(Words),
    ];

    private Words Words(PlacedLine line) =>
        new(Left + line.X, Top + line.Y, line.Text, LaneLayout.FontSize, Palette.Ink) { IsBold = line.IsName };

    private IEnumerable<Shape> Pieces(PlacedLane lane)
    {
        var pieces = LanePieces.Of(lane.Lane, X, Right);
        var (top, height) = (Top + lane.BarTop, lane.BarBottom - lane.BarTop);
        foreach (var piece in pieces.Where(piece => !IsDip(piece, pieces))) yield return Shape(lane.Lane, piece, top, height);
        foreach (var piece in pieces.Where(piece => IsDip(piece, pieces)))
        {
            yield return new Box(piece.X, top, piece.Width, height, Palette.Paper);
            yield return Shape(lane.Lane, piece, top, height);
        }

        foreach (var bar in lane.Lane.Bars.Where(bar => bar.Kind == LaneBarKind.Done))
        {
            var hint = $"{lane.Lane.Name}\n{HumanTime.Clock(bar.From)}: over";
            yield return new Diamond(X(bar.From), top + (height / 2), 20, Palette.Green) { Hint = hint };
        }
    }

    /// <summary>A time without something, so short that the bar before it would hide it.</summary>
    private static bool IsDip(LanePiece piece, IReadOnlyList<LanePiece> pieces) =>
        piece.Kind == LaneBarKind.Waiting && piece.Width <= LanePieces.WidthMin
        && pieces.Any(other => other.Kind == LaneBarKind.Doing && other.X < piece.X && other.X + other.Width > piece.X - 1);

    private Box Shape(Lane lane, LanePiece piece, double top, double height)
    {
        var thickness = piece.Kind == LaneBarKind.Waiting ? ThinHeight : height;
        var y = top + ((height - thickness) / 2);
        return new Box(piece.X, y, piece.Width, thickness, piece.Tone) { Hint = LaneHints.Of(timeline, lane, piece) };
    }

    /// <summary>Each column as it was before it, unless it was lower in between.</summary>
    private static IReadOnlyList<SeriesPoint> LowestOf(IReadOnlyList<SeriesPoint> columns) =>
    [
        .. columns.Zip(columns.Skip(1), (before, column) => new SeriesPoint(before.At, LowestOf(before, column))),
        new SeriesPoint(columns[^1].At, columns[^1].Value),
    ];

    private static double LowestOf(SeriesPoint before, SeriesPoint column) =>
        column.Lowest < Math.Min(before.Value, column.Value) ? column.Lowest : before.Value;

    /// <summary>
    /// Along the lowest share of each column, so that no dip is lost; the lowest of all is at the bottom, unless it is said otherwise.
    /// </summary>
    private IEnumerable<Shape> Curve(PlacedLane lane)
    {
        var lowest = lane.Lane.CurveFrom ?? Math.Min(lane.Lane.Curve.Min(point => point.Lowest), 0.999);
        var (top, bottom) = (Top + lane.BarTop, Top + lane.BarBottom);
        var plane = new Plane(X, share => bottom - ((bottom - top) * (share - lowest) / (1 - lowest)), Right, bottom);
        var line = StepShapes.Line(plane, LowestOf(Columns.Of(lane.Lane.Curve, at => (int)(X(at) / StepShapes.VisibleMin))));
        yield return new Area([.. line, new(line[^1].X, bottom + 2), new(line[0].X, bottom + 2)], lane.Lane.Tone, ChartKey.FillOpacity);
        yield return new Stroke(line, lane.Lane.Tone, 2.2);
        foreach (var pane in LaneHints.OfCurve(lane.Lane, X, top, bottom)) yield return pane;
    }
}
