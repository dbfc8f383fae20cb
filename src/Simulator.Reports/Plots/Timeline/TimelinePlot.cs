using ScottPlot;

namespace Simulator.Reports;

/// <summary>Draws a timeline at a width in pixels, one unit a pixel; its height comes from what is in it.</summary>
internal sealed class TimelinePlot(Timeline timeline, int width, int names)
{
    private const int Left = 10;

    /// <summary>Room for half a label of the last moment.</summary>
    private const int Right = 36;
    private const int Above = 6;
    private const int Below = 58;
    /// <summary>The middle of small letters is above the middle of a line.</summary>
    private const double Lift = 1.5;
    private const double LabelWidth = 72;
    private const double BarMin = 5;
    private readonly KeyLayout _key = new(timeline.Key, width - Left - Right);
    private readonly IReadOnlyList<PlacedLane> _lanes = new LaneLayout(timeline, width - names - Left - Right, names).Place();

    public int Width => width;

    public int Height => (int)Math.Ceiling(Depth + _key.Height) + Above + Below;

    private double Depth => _lanes[^1].Bottom;

    private double Inner => width - names - Left - Right;

    public Plot Draw()
    {
        var plot = PlotCanvas.New("", "");
        plot.Layout.Fixed(new PixelPadding(Left, Right, Below, Above));
        TimeAxis.ApplyClock(plot, timeline.From, timeline.To, (int)(Inner / LabelWidth));
        plot.Axes.SetLimits(X(-names), X(Inner), -Depth, _key.Height);
        plot.Axes.Left.IsVisible = false;
        plot.HideGrid();
        foreach (var shade in timeline.Shades) Add(plot, shade.From, shade.To, 0, Depth, Palette.Outage.WithAlpha(0.16));
        foreach (var lane in _lanes) Add(plot, lane);
        foreach (var entry in _key.Entries) Add(plot, entry);
        return plot;
    }

    /// <summary>Above the lanes, from the left edge of the picture.</summary>
    private void Add(Plot plot, PlacedKey entry)
    {
        var (left, y) = (entry.X - names, entry.Y - _key.Height);
        var half = entry.Entry.Kind == LaneBarKind.Waiting ? 1.5 : KeyLayout.SwatchWidth / 2;
        Add(plot, X(left), X(left + KeyLayout.SwatchWidth), y - half - Lift, y + half - Lift, entry.Entry.Color);
        Add(plot, X(left + KeyLayout.TextInset), new PlacedLine(0, y, entry.Entry.Text, false));
    }

    private double X(double pixel) => timeline.From + (pixel / Inner * (timeline.To - timeline.From));

    private double Seconds(double pixels) => pixels / Inner * (timeline.To - timeline.From);

    private void Add(Plot plot, PlacedLane lane)
    {
        if (lane.Top > 0) plot.Add.Line(X(-names), -lane.Top, X(Inner), -lane.Top).LineColor = Palette.Grid;
        foreach (var bar in lane.Lane.Bars) Add(plot, lane, bar);
        if (lane.Lane.Curve.Count > 0) AddCurve(plot, lane);
        foreach (var line in lane.Lines) Add(plot, line);
    }

    private void Add(Plot plot, PlacedLane lane, LaneBar bar)
    {
        var middle = (lane.BarTop + lane.BarBottom) / 2;
        var color = bar.Color ?? lane.Lane.Color;
        if (bar.Kind == LaneBarKind.Waiting) Add(plot, bar.From, bar.To, middle - 1.5, middle + 1.5, color);
        else if (bar.Kind == LaneBarKind.Doing) Edge(Add(plot, bar.From, Math.Max(bar.To, bar.From + Seconds(BarMin)), lane.BarTop, lane.BarBottom, color));
        else plot.Add.Marker(bar.From, -middle, MarkerShape.FilledDiamond, 20, Palette.Green);
    }

    /// <summary>Bars over each other are told apart.</summary>
    private static void Edge(ScottPlot.Plottables.Rectangle bar) => (bar.LineWidth, bar.LineColor) = (1, Colors.White);

    private static ScottPlot.Plottables.Rectangle Add(Plot plot, double from, double to, double top, double bottom, Color color)
    {
        var bar = plot.Add.Rectangle(from, to, -bottom, -top);
        bar.FillColor = color;
        bar.LineWidth = 0;
        return bar;
    }

    private static void Add(Plot plot, double x, PlacedLine line)
    {
        var text = plot.Add.Text(line.Text, x, -line.Y);
        text.LabelFontName = PlotFonts.Family ?? "sans-serif";
        text.LabelFontSize = LaneLayout.FontSize;
        text.LabelBold = line.IsName;
        text.LabelFontColor = Palette.Ink;
        text.LabelAlignment = Alignment.MiddleLeft;
    }

    private void Add(Plot plot, PlacedLine line) => Add(plot, X(line.X), line);

    /// <summary>Unless it is said otherwise, from the lowest share at the bottom of the lane to all of it at the top.</summary>
    private static void AddCurve(Plot plot, PlacedLane lane)
    {
        var curve = lane.Lane.Curve;
        var lowest = lane.Lane.CurveFrom ?? Math.Min(curve.Min(point => point.Share), 0.999);
        double[] xs = [.. curve.Select(point => point.At)];
        double[] ys = [.. curve.Select(point => -lane.BarBottom + ((lane.BarBottom - lane.BarTop) * (point.Share - lowest) / (1 - lowest)))];
        var fill = plot.Add.FillY(StepPoints.CornerXs(xs), StepPoints.CornerYs([.. xs.Select(_ => -lane.BarBottom - 2)]), StepPoints.CornerYs(ys));
        fill.FillColor = lane.Lane.Color.WithAlpha(0.35);
        fill.LineWidth = 0;
        PlotCanvas.AddSteps(plot, xs, ys, lane.Lane.Color, "");
    }
}
