using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Studies;

/// <summary>Draws a heat map: the values in their cells where there is room, the more colour the more.</summary>
internal sealed class HeatDrawing
{
    private const double Edge = 10;
    private const double CellHeight = 34;
    private const double CellWidthMax = 180;
    private const double NamesMax = 220;
    private const double Gap = 2;
    private readonly HeatMap _map;
    private readonly DrawingSize _size;
    private readonly HeatLegend _legend;
    private readonly double _left;
    private readonly double _top;
    private readonly double _cellWidth;

    public HeatDrawing(HeatMap map, DrawingSize size)
    {
        (_map, _size, _legend) = (map, size, new HeatLegend(map, size.Width - (2 * Edge)));
        var names = map.Up.Names.Select(name => Letters.Width(name, ChartFrame.TickSize)).DefaultIfEmpty().Max();
        _left = Edge + Math.Min(NamesMax, names) + 8;
        _top = (size.HasTitle ? 34 : 4) + _legend.Height + 30;
        _cellWidth = Math.Min(CellWidthMax, (size.Width - Edge - _left) / Math.Max(1, map.Across.Names.Count));
    }

    private double Right => _left + (_cellWidth * _map.Across.Names.Count);

    private double Bottom => _top + (CellHeight * _map.Up.Names.Count);

    public Drawing Draw() => new(_size.Width, Math.Ceiling(Bottom + 52),
    [
        .. _size.HasTitle ? [new Words(Edge, 19, _map.Title, ChartFrame.TitleSize, Palette.Ink)] : Array.Empty<Words>(),
        .. _legend.Shapes(Edge, _size.HasTitle ? 34 : 4),
        new Words(
            Edge, _top - 14, Letters.Cut(_map.Up.Label, ChartFrame.TickSize, _size.Width - (2 * Edge)), ChartFrame.TickSize, Palette.Faint),
        .. _map.Up.Names.Select(NameOf),
        .. AcrossAxis.Of(
            TicksAcross(), at => double.IsInfinity(at) ? (at < 0 ? _left : Right) : X((int)at) + (_cellWidth / 2), Bottom, _size.Width),
        .. Enumerable.Range(0, _map.Up.Names.Count)
            .SelectMany(up => Enumerable.Range(0, _map.Across.Names.Count).SelectMany(across => Cell(across, up))),
    ]);

    private double X(int across) => _left + (across * _cellWidth);

    private double Y(int up) => Bottom - ((up + 1) * CellHeight);

    private Words NameOf(string name, int up)
    {
        var text = Letters.Cut(name, ChartFrame.TickSize, NamesMax);
        return new Words(_left - 6, Y(up) + (CellHeight / 2), text, ChartFrame.TickSize, Palette.Ink, Anchor.End);
    }

    /// <summary>As many as fit beside each other.</summary>
    private Ticks TicksAcross()
    {
        var widest = _map.Across.Names.Select(name => Letters.Width(name, ChartFrame.TickSize))
            .DefaultIfEmpty()
            .Max() + ChartFrame.TickSize;
        var step = (int)Math.Max(1, Math.Ceiling(widest / _cellWidth));
        var label = Letters.Cut(_map.Across.Label, ChartFrame.TickSize, _size.Width - (2 * Edge));
        return new Ticks([.. _map.Across.Names.Select((name, i) => new Tick(i, name)).Where((_, i) => i % step == 0)], label);
    }

    private IEnumerable<Shape> Cell(int across, int up)
    {
        var cell = _map.Cells.LastOrDefault(cell => cell.Across == across && cell.Up == up) ?? new HeatCell(across, up, null);
        var (x, y, width) = (X(across), Y(up), _cellWidth - Gap);
        var (middle, height) = (y + (CellHeight / 2) - 1, CellHeight - Gap);
        if (cell.Value is not { } value)
        {
            yield return new Box(x, y, width, height, Palette.Faint) { Opacity = 0.08 };
            yield return HeatLegend.Missing(x + (width / 2), middle);
        }
        else
        {
            yield return new Box(x, y, width, height, HeatLegend.Tone) { Opacity = _legend.Opacity(value) };
            if (Text(value, width) is { } text) yield return text with { X = x + (width / 2), Y = middle };
        }

        if (cell.IsMarked) yield return HeatLegend.Mark(x + width - 7, y + 7);
        yield return new Pane(x, y, width, height) { Hint = Hint(cell) };
    }

    /// <summary>Null: it does not fit.</summary>
    private Words? Text(double value, double width)
    {
        var text = UnitText.Of(value, _map.Unit);
        var size = new double[] { ChartFrame.TickSize, 11, 10 }.FirstOrDefault(size => Letters.Width(text, size) + 4 <= width);
        return size == 0 ? null : new Words(0, 0, text, size, Palette.Ink, Anchor.Middle);
    }

    private string Hint(HeatCell cell)
    {
        var value = cell.Value is { } number ? UnitText.Of(number, _map.Unit) : "no value";
        string[] lines =
        [
            $"{_map.Across.Label}: {_map.Across.Names[cell.Across]}",
            $"{_map.Up.Label}: {_map.Up.Names[cell.Up]}",
            $"{_map.Measure}: {value}",
            cell.Note,
            cell.IsMarked ? _map.Marked : "",
        ];
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }
}
