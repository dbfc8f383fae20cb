using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Studies;

/// <summary>
/// What the colours of a heat map mean: the more, the more of one colour, which every eye tells apart, on paper and in the dark; pale
/// enough for words.
/// </summary>
internal sealed class HeatLegend
{
    private const double Pale = 0.06;
    private const double Full = 0.62;
    private const int Steps = 5;
    private const double StepWidth = 22;
    private const double RampBottom = 44;
    private const double Gap = 16;
    private readonly HeatMap _map;
    private readonly double _least;
    private readonly double _most;
    private readonly KeyLayout _signs;
    private readonly double _width;

    /// <param name="width">Pixels that there is room for.</param>
    public HeatLegend(HeatMap map, double width)
    {
        var values = map.Cells.Where(cell => cell.Value is not null).Select(cell => cell.Value!.Value).DefaultIfEmpty(0).ToList();
        (_map, _width, _least, _most) = (map, width, values.Min(), values.Max());
        _signs = new KeyLayout(Signs(map), width);
    }

    public static Tone Tone => Palette.Blue;

    public double Height => RampBottom + (IsBeside ? 0 : _signs.Height);

    private double RampWidth => TextWidth(_least) + TextWidth(_most) + (Steps * StepWidth) + 12;

    /// <summary>The signs have room behind the colours; else they stand below.</summary>
    private bool IsBeside =>
        _signs.Entries.All(sign => RampWidth + Gap + sign.X + KeyLayout.TextInset + Letters.Width(
            sign.Entry.Text, KeyLayout.FontSize) <= _width
            && sign.Y < _signs.Entries[0].Y + 1);

    public double Opacity(double value) => OpacityOf(_most > _least ? (value - _least) / (_most - _least) : 0.5);

    public IEnumerable<Shape> Shapes(double left, double top)
    {
        var y = top + 31;
        return
        [
            new Words(left, top + 10, Letters.Cut(_map.Measure, ChartFrame.FontSize, _width), ChartFrame.FontSize, Palette.Faint),
            .. Ramp(left, y),
            .. IsBeside
                ? KeyShapes.Of(_signs, left + RampWidth + Gap, y - (_signs.Entries.Count == 0 ? 0 : _signs.Entries[0].Y))
                : KeyShapes.Of(_signs, left, top + RampBottom),
        ];
    }

    /// <summary>No value: a line through it.</summary>
    public static Stroke Missing(double x, double y) => new([new(x - 9, y), new(x + 9, y)], Palette.Faint, 1.6, Dash.Dotted);

    public static Diamond Mark(double x, double y) => new(x, y, 9, Palette.Orange);

    private static double OpacityOf(double share) => Pale + (share * (Full - Pale));

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

    private static List<KeyEntry> Signs(HeatMap map)
    {
        var signs = new List<KeyEntry>();
        if (map.Marked.Length > 0) signs.Add(new KeyEntry(map.Marked, Palette.Orange) { Mark = KeyMark.Diamond });
        var isWhole = map.Cells.Count(cell => cell.Value is not null) == map.Across.Names.Count * map.Up.Names.Count;
        if (!isWhole) signs.Add(new KeyEntry("no value", Palette.Faint, LaneBarKind.Waiting) { Thickness = 1.6, Dash = Dash.Dotted });
        return signs;
    }
}
