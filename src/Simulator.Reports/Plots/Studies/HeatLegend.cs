using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Studies;

/// <summary>
/// What the colours of a heat map mean: the more, the more of one colour, which every eye tells apart, on paper and in the dark; pale
/// enough for words.
/// </summary>
internal sealed class HeatLegend
{
    public const double Height = 44;
    private const double Pale = 0.06;
    private const double Full = 0.62;
    private const int Steps = 5;
    private const double StepWidth = 22;
    private readonly HeatMap _map;
    private readonly double _least;
    private readonly double _most;

    public HeatLegend(HeatMap map)
    {
        var values = map.Cells.Where(cell => cell.Value is not null).Select(cell => cell.Value!.Value).DefaultIfEmpty(0).ToList();
        (_map, _least, _most) = (map, values.Min(), values.Max());
    }

    public static Tone Tone => Palette.Blue;

    public double Opacity(double value) => OpacityOf(_most > _least ? (value - _least) / (_most - _least) : 0.5);

    public IEnumerable<Shape> Shapes(double left, double top, double width)
    {
        yield return new Words(left, top + 10, Letters.Cut(_map.Measure, ChartFrame.FontSize, width), ChartFrame.FontSize, Palette.Faint);
        var (x, y) = (left, top + 31);
        foreach (var shape in Ramp(x, y)) yield return shape;
        x += RampWidth + 16;
        foreach (var (entry, mark) in Signs())
        {
            if (x + 20 + Letters.Width(entry, ChartFrame.TickSize) > left + width) yield break;
            foreach (var shape in mark(x + 7, y)) yield return shape;
            yield return new Words(x + 20, y, entry, ChartFrame.TickSize, Palette.Ink);
            x += 20 + Letters.Width(entry, ChartFrame.TickSize) + 14;
        }
    }

    /// <summary>No value: a line through it.</summary>
    public static Stroke Missing(double x, double y) => new([new(x - 6, y), new(x + 6, y)], Palette.Faint, 1.6, Dash.Dotted);

    public static Diamond Mark(double x, double y) => new(x, y, 9, Palette.Orange);

    private static double OpacityOf(double share) => Pale + (share * (Full - Pale));

    private double RampWidth => TextWidth(_least) + TextWidth(_most) + (Steps * StepWidth) + 12;

    private double TextWidth(double value) => Letters.Width(UnitText.Of(value, _map.Unit), ChartFrame.TickSize);

    private IEnumerable<Shape> Ramp(double left, double y)
    {
        yield return new Words(left, y, UnitText.Of(_least, _map.Unit), ChartFrame.TickSize, Palette.Ink);
        var x = left + TextWidth(_least) + 6;
        for (var i = 0; i < Steps; i++)
        {
            yield return new Box(x + (i * StepWidth), y - 7, StepWidth, 14, Tone) { Opacity = OpacityOf(i / (Steps - 1.0)) };
        }

        yield return new Words(x + (Steps * StepWidth) + 6, y, UnitText.Of(_most, _map.Unit), ChartFrame.TickSize, Palette.Ink);
    }

    private IEnumerable<(string Text, Func<double, double, IEnumerable<Shape>> Mark)> Signs()
    {
        if (_map.Marked.Length > 0) yield return (_map.Marked, (x, y) => [Mark(x, y)]);
        var filled = _map.Cells.Count(cell => cell.Value is not null);
        if (filled < _map.Across.Names.Count * _map.Up.Names.Count) yield return ("no value", (x, y) => [Missing(x, y)]);
    }
}
