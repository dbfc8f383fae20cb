using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Draws a chart.</summary>
internal static class ChartDrawing
{
    private const double ColumnWidth = 2;
    private const int ShadesMax = 50;

    /// <summary>One below the other, their axes in one line.</summary>
    public static Drawing Of(IReadOnlyList<Chart> charts, DrawingSize size)
    {
        var left = charts.Max(chart => new ChartFrame(chart, size).Left);
        return charts.Select(chart => Of(chart, size, left)).Aggregate((upper, lower) => upper.Above(lower));
    }

    private static Drawing Of(Chart chart, DrawingSize size, double left)
    {
        var frame = new ChartFrame(chart, size, left);
        IReadOnlyList<SeriesPoint> Points(Series series) => Columns.Of(series.Points, at => (int)(frame.X(at) / ColumnWidth));
        return new Drawing(size.Width, Math.Ceiling(frame.Height),
        [
            .. Shades(frame),
            .. Grid(frame),
            .. chart.Fills.SelectMany(fill => StepShapes.Fill(frame.Plane, fill, Points)),
            .. chart.Series.Where(_ => !chart.IsRising).SelectMany(series => StepShapes.Bands(frame.Plane, series, Points(series))),
            .. chart.Series.Select((series, i) => Line(frame, Points(series), series, ChartKey.Thickness(chart, i))),
            .. frame.Marks.SelectMany(mark => MarkShapes(frame, mark)),
            .. chart.Dots.Select(dot => new Diamond(frame.X(dot.X), frame.Y(dot.Y), 11, Palette.Orange)),
            .. Axes(frame),
            .. KeyShapes.Of(frame.Key, 10, frame.KeyTop),
            .. size.HasTitle ? [new Words(10, 19, chart.Title, ChartFrame.TitleSize, Palette.Ink)] : Array.Empty<Words>(),
            .. ChartHints.Of(frame),
        ]);
    }

    private static Stroke Line(ChartFrame frame, IReadOnlyList<SeriesPoint> points, Series series, double thickness) =>
        new(StepShapes.Line(frame.Plane, points), series.Tone, thickness, series.Dash);

    private static IEnumerable<Shape> Shades(ChartFrame frame) =>
        from shade in ShadesOf(frame.Chart.Shades, frame.X)
        let x = frame.X(shade.From)
        select new Box(x, frame.Top, frame.X(shade.To) - x, frame.Bottom - frame.Top, Palette.Outage) { Opacity = ChartKey.ShadeOpacity };

    /// <summary>Few lie over each other as they are; of many, those that touch are one: thousands would only make the file large.</summary>
    private static IEnumerable<LaneBar> ShadesOf(IReadOnlyList<LaneBar> shades, Func<double, double> x)
    {
        if (shades.Count <= ShadesMax) return shades;
        var merged = new List<LaneBar>();
        foreach (var shade in shades.OrderBy(shade => shade.From))
        {
            if (merged.Count == 0 || x(shade.From) - x(merged[^1].To) > 1) merged.Add(shade);
            else if (shade.To > merged[^1].To) merged[^1] = merged[^1] with { To = shade.To };
        }

        return merged;
    }

    public static IEnumerable<Shape> Grid(ChartFrame frame) =>
        from tick in frame.TicksUp.All
        let y = frame.Y(tick.At)
        select new Stroke([new(frame.Left, y), new(frame.Right, y)], Palette.Grid, 1);

    /// <summary>The line begins beside its name.</summary>
    private static IEnumerable<Shape> MarkShapes(ChartFrame frame, PlacedMark mark)
    {
        var top = frame.MarksTop + (mark.Row * ChartFrame.RowHeight);
        yield return new Stroke([new(mark.X, top + 3), new(mark.X, frame.Bottom)], Palette.Ink, 1.3, Dash.Dashed);
        var x = mark.Anchor == Anchor.Start ? mark.X + PlacedMark.Inset : mark.X - PlacedMark.Inset;
        yield return new Words(x, top + (ChartFrame.RowHeight / 2), mark.Text, ChartFrame.TickSize, Palette.Ink, mark.Anchor);
    }

    public static IEnumerable<Shape> Axes(ChartFrame frame)
    {
        var origin = new Spot(frame.Left, frame.Bottom);
        yield return new Stroke([new(frame.Left, frame.Top), origin, new(frame.Right, frame.Bottom)], Palette.Faint, 1);
        var label = Letters.Cut(frame.TicksUp.Label, ChartFrame.FontSize, frame.Width - 20);
        yield return new Words(10, frame.MarksTop - 12, label, ChartFrame.FontSize, Palette.Faint);
        foreach (var tick in frame.TicksUp.All)
        {
            yield return new Words(frame.Left - 6, frame.Y(tick.At), tick.Text, ChartFrame.TickSize, Palette.Ink, Anchor.End);
        }

        foreach (var shape in AcrossAxis.Of(frame.TicksAcross, frame.X, frame.Bottom, frame.Width)) yield return shape;
    }
}
