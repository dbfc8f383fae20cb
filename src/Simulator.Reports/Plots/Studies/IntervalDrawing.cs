using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Studies;

/// <summary>Draws lines with intervals: a band and a bar a point, a dot where a value was run, and lines between them.</summary>
internal static class IntervalDrawing
{
    private const double BandOpacity = 0.2;
    private const double CapHalf = 4;

    /// <summary>Bars of several series stand beside each other, not over each other.</summary>
    private const double Dodge = 6;

    /// <summary>More points than that are a band alone.</summary>
    private const int BarsMax = 40;

    /// <summary>One below the other.</summary>
    public static Drawing Of(IReadOnlyList<IntervalChart> charts, DrawingSize size)
    {
        var frames = charts.Select(chart => (chart, Frame: ChartOf(chart))).ToList();
        var left = frames.Max(pair => new ChartFrame(pair.Frame, size).Left);
        return frames.Select(pair => Of(pair.chart, new ChartFrame(pair.Frame, size, left), size))
            .Aggregate((upper, lower) => upper.Above(lower));
    }

    private static Drawing Of(IntervalChart chart, ChartFrame frame, DrawingSize size) => new(size.Width, Math.Ceiling(frame.Height),
    [
        .. ChartDrawing.Grid(frame),
        .. chart.Limits.Select(limit => Limit(frame, limit.Value)),
        .. chart.Series.SelectMany((series, i) => Band(chart, frame, series, i)),
        .. chart.Series.SelectMany((series, i) => Line(chart, frame, series, i)),
        .. chart.Series.SelectMany((series, i) => series.Points.SelectMany(point => Point(chart, frame, point, i))),
        .. ChartDrawing.Axes(frame),
        .. KeyShapes.Of(frame.Key, 10, frame.KeyTop),
        .. size.HasTitle ? [new Words(10, 19, chart.Title, ChartFrame.TitleSize, Palette.Ink)] : Array.Empty<Words>(),
        .. IntervalHints.Of(chart, frame),
    ]);

    /// <summary>What the frame asks for: the axes, and what the key explains.</summary>
    private static Chart ChartOf(IntervalChart chart) => new()
    {
        Title = chart.Title,
        Across = chart.Across,
        Up = UnitScale.Around([.. chart.Series.SelectMany(Ends), .. chart.Limits.Select(limit => limit.Value)], chart.Measure, chart.Unit),
        Place = _ => "",
        Band = chart.Interval,
        Widening = 0,
        Series =
        [
            .. chart.Series.Select((series, i) => new Series(series.Name, Palette.Of(i), [.. series.Points.Select(PointOf)])),
            .. chart.Limits.Select(limit => new Series(limit.Name, Palette.Ink, [], Dash.Dashed)),
        ],
    };

    private static IEnumerable<double> Ends(IntervalSeries series) =>
        series.Points.SelectMany(point => new[] { point.Low, point.Value, point.High });

    private static SeriesPoint PointOf(IntervalPoint point) => new(point.Index, point.Value, point.Low, point.High);

    private static Stroke Limit(ChartFrame frame, double value) =>
        new([new(frame.Left, frame.Y(value)), new(frame.Right, frame.Y(value))], Palette.Ink, 1.4, Dash.Dashed);

    private static double X(IntervalChart chart, ChartFrame frame, IntervalPoint point, int series)
    {
        var shift = chart.Series.Sum(other => other.Points.Count) > BarsMax ? 0 : (series - ((chart.Series.Count - 1) / 2.0)) * Dodge;
        return frame.X(chart.Across.Place(point.Index)) + shift;
    }

    private static IEnumerable<Area> Band(IntervalChart chart, ChartFrame frame, IntervalSeries series, int index)
    {
        foreach (var run in Runs(series).Where(run => run.Count > 1 && run.Exists(point => point.High > point.Low)))
        {
            var upper = run.Select(point => new Spot(X(chart, frame, point, index), frame.Y(point.High)));
            var lower = run.AsEnumerable().Reverse().Select(point => new Spot(X(chart, frame, point, index), frame.Y(point.Low)));
            yield return new Area([.. upper, .. lower], Palette.Of(index), BandOpacity);
        }
    }

    private static IEnumerable<Stroke> Line(IntervalChart chart, ChartFrame frame, IntervalSeries series, int index) =>
        from run in Runs(series)
        where run.Count > 1
        select new Stroke(
            [.. run.Select(point => new Spot(X(chart, frame, point, index), frame.Y(point.Value)))], Palette.Of(index), 2.2);

    /// <summary>Stretches without a gap.</summary>
    private static List<List<IntervalPoint>> Runs(IntervalSeries series)
    {
        var runs = new List<List<IntervalPoint>>();
        foreach (var point in series.Points)
        {
            if (runs.Count == 0 || runs[^1][^1].Index + 1 < point.Index) runs.Add([]);
            runs[^1].Add(point);
        }

        return runs;
    }

    private static IEnumerable<Shape> Point(IntervalChart chart, ChartFrame frame, IntervalPoint point, int series)
    {
        var (x, tone) = (X(chart, frame, point, series), Palette.Of(series));
        var isMany = chart.Series.Sum(other => other.Points.Count) > BarsMax;
        if (point.High > point.Low && !isMany)
        {
            var (low, high) = (frame.Y(point.Low), frame.Y(point.High));
            yield return new Stroke([new(x, low), new(x, high)], tone, 1.6);
            yield return new Stroke([new(x - CapHalf, low), new(x + CapHalf, low)], tone, 1.6);
            yield return new Stroke([new(x - CapHalf, high), new(x + CapHalf, high)], tone, 1.6);
        }

        yield return new Disc(x, frame.Y(point.Value), isMany ? 2.5 : 4, tone);
    }
}
