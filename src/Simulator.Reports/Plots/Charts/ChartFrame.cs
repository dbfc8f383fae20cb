using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <summary>Where the parts of a chart lie: title, key, names of the marks, curves, names of the ticks; each in room of its own.</summary>
internal sealed class ChartFrame
{
    public const double FontSize = 14;
    public const double TickSize = 13;
    public const double TitleSize = 17;
    public const double RowHeight = 19;
    private const double Edge = 10;
    private const double TitleHeight = 32;
    private const double Gap = 8;

    /// <param name="leftMin">Charts one below the other begin at one place.</param>
    public ChartFrame(Chart chart, DrawingSize size, double leftMin = 0)
    {
        (Chart, Width) = (chart, size.Width);
        Key = new KeyLayout(ChartKey.Of(chart), size.Width - (2 * Edge));
        TicksUp = chart.Up.Ticks(size.IsNarrow ? 6 : 9);
        Left = Math.Max(leftMin, Edge + TicksUp.All.Select(tick => Letters.Width(tick.Text, TickSize)).DefaultIfEmpty().Max() + Gap);
        TicksAcross = AcrossOf(chart.Across);
        Right = size.Width - Edge - Gap;
        KeyTop = size.HasTitle ? TitleHeight : Gap;
        Marks = MarkRows.Place(chart.Marks, this);
        MarksTop = KeyTop + Key.Height + RowHeight + 4;
        Top = MarksTop + (Marks.Count == 0 ? Gap : (Marks.Max(mark => mark.Row) + 1) * RowHeight);
        Bottom = Top + (size.IsNarrow ? 240 : 300);
    }

    public Chart Chart { get; }

    public KeyLayout Key { get; }

    public Ticks TicksUp { get; }

    public Ticks TicksAcross { get; }

    public IReadOnlyList<PlacedMark> Marks { get; }

    public double Width { get; }

    public double Height => Bottom + 52;

    public double KeyTop { get; }

    /// <summary>Of the row of marks that is farthest from the curves.</summary>
    public double MarksTop { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double X(double at) => Left + (Share(Chart.Across, at) * (Right - Left));

    public double Y(double value) => Bottom - (Share(Chart.Up, value) * (Bottom - Top));

    public Plane Plane => new(X, Y, Right, Bottom);

    private static double Share(IScale scale, double at) => Math.Clamp((at - scale.From) / (scale.To - scale.From), 0, 1);

    /// <summary>As many as fit beside each other, with the room of two letters between.</summary>
    private Ticks AcrossOf(IScale scale)
    {
        for (var most = 11; ; most--)
        {
            var ticks = scale.Ticks(most);
            var widest = ticks.All.Select(tick => Letters.Width(tick.Text, TickSize)).DefaultIfEmpty().Max() + TickSize;
            if (most == 2 || widest * ticks.All.Count <= Width - Left) return ticks;
        }
    }
}
