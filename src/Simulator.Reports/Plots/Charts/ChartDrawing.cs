namespace Simulator.Reports;

/// <summary>Draws a chart.</summary>
internal static class ChartDrawing
{
    private const double ColumnWidth = 2;

    public static Drawing Of(Chart chart, DrawingSize size)
    {
        var frame = new ChartFrame(chart, size);
        IReadOnlyList<SeriesPoint> Points(Series series) => Columns.Of(series.Points, at => (int)(frame.X(at) / ColumnWidth));
        return new Drawing(size.Width, Math.Ceiling(frame.Height),
        [
            .. Shades(frame),
            .. Grid(frame),
            .. chart.Fills.SelectMany(fill => StepShapes.Fill(frame.Plane, fill, Points)),
            .. chart.Series.SelectMany(series => StepShapes.Bands(frame.Plane, series, Points(series))),
            .. chart.Series.Select((series, i) => new Stroke(StepShapes.Line(frame.Plane, Points(series)), series.Tone, ChartKey.Thickness(chart, i), series.Dash)),
            .. frame.Marks.SelectMany(mark => MarkShapes(frame, mark)),
            .. chart.Dots.Select(dot => new Diamond(frame.X(dot.X), frame.Y(dot.Y), 11, Palette.Orange)),
            .. Axes(frame),
            .. KeyShapes.Of(frame.Key, 10, frame.KeyTop),
            .. size.HasTitle ? [new Words(10, 19, chart.Title, ChartFrame.TitleSize, Palette.Ink)] : Array.Empty<Words>(),
            .. ChartHints.Of(frame),
        ]);
    }

    private static IEnumerable<Shape> Shades(ChartFrame frame) => frame.Chart.Shades.Select(shade =>
        new Box(frame.X(shade.From), frame.Top, frame.X(shade.To) - frame.X(shade.From), frame.Bottom - frame.Top, Palette.Outage) { Opacity = ChartKey.ShadeOpacity });

    private static IEnumerable<Shape> Grid(ChartFrame frame) =>
        frame.TicksUp.All.Select(tick => new Stroke([new(frame.Left, frame.Y(tick.At)), new(frame.Right, frame.Y(tick.At))], Palette.Grid, 1));

    /// <summary>The line begins beside its name.</summary>
    private static IEnumerable<Shape> MarkShapes(ChartFrame frame, PlacedMark mark)
    {
        var top = frame.MarksTop + (mark.Row * ChartFrame.RowHeight);
        yield return new Stroke([new(mark.X, top + 3), new(mark.X, frame.Bottom)], Palette.Ink, 1.3, Dash.Dashed);
        var x = mark.Anchor == Anchor.Start ? mark.X + PlacedMark.Inset : mark.X - PlacedMark.Inset;
        yield return new Words(x, top + (ChartFrame.RowHeight / 2), mark.Text, ChartFrame.TickSize, Palette.Ink, mark.Anchor);
    }

    private static IEnumerable<Shape> Axes(ChartFrame frame)
    {
        yield return new Stroke([new(frame.Left, frame.Top), new(frame.Left, frame.Bottom), new(frame.Right, frame.Bottom)], Palette.Faint, 1);
        yield return new Words(10, frame.MarksTop - 12, frame.TicksUp.Label, ChartFrame.FontSize, Palette.Faint);
        foreach (var tick in frame.TicksUp.All) yield return new Words(frame.Left - 6, frame.Y(tick.At), tick.Text, ChartFrame.TickSize, Palette.Ink, Anchor.End);
        foreach (var shape in AcrossAxis.Of(frame.TicksAcross, frame.X, frame.Bottom, frame.Width)) yield return shape;
    }
}
