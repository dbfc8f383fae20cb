using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Studies;

/// <param name="Name">What the row is about.</param>
/// <param name="Value">What came out, in words; "" for none.</param>
internal sealed record RowText(string Name, string Value);

/// <param name="MarkTop">Of the room for marks, in pixels of the picture.</param>
internal sealed record PlacedRow(double MarkTop, double MarkBottom, IReadOnlyList<Words> Words)
{
    public double Middle => (MarkTop + MarkBottom) / 2;
}

/// <summary>
/// Puts rows under each other: a name, room for marks over one axis, and words of what came out. On a phone the words stand over the marks.
/// </summary>
internal sealed class RowFrame
{
    public const double Edge = 10;
    private const double FontSize = 14;
    private const double LineHeight = 18;
    private const double Gap = 14;
    private const double Margin = 6;

    /// <summary>Of a picture's width, for names and for what came out.</summary>
    private const double ShareMax = 0.3;

    private readonly DrawingSize _size;
    private readonly double _names;
    private readonly double _values;

    /// <param name="top">Where the first row begins.</param>
    /// <param name="markHeight">Room for the marks of a row.</param>
    public RowFrame(IReadOnlyList<RowText> rows, DrawingSize size, double top, double markHeight)
    {
        _size = size;
        _names = WidthOf(rows.Select(row => row.Name));
        _values = WidthOf(rows.Select(row => row.Value));
        Left = size.IsNarrow ? Edge + Margin : Edge + _names + Gap;
        Right = size.Width - Edge - (size.IsNarrow || _values == 0 ? Margin : _values + Gap);
        var placed = new List<PlacedRow>();
        Bottom = top;
        foreach (var row in rows)
        {
            placed.Add(size.IsNarrow ? Below(row, Bottom, markHeight) : Beside(row, Bottom, markHeight));
            Bottom = Math.Max(
                placed[^1].MarkBottom, placed[^1].Words.Select(words => words.Y + (LineHeight / 2)).DefaultIfEmpty().Max()) + Margin;
        }

        (Top, Rows) = (top, placed);
    }

    public IReadOnlyList<PlacedRow> Rows { get; }

    /// <summary>Of the room for marks.</summary>
    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    /// <summary>Of the last row.</summary>
    public double Bottom { get; }

    /// <summary>The axis below the rows.</summary>
    public IEnumerable<Shape> Axis(IScale scale)
    {
        var ticks = TicksOf(scale);
        return AcrossAxis.Of(ticks, at => X(scale, at), Bottom + 4, _size.Width)
            .Prepend(new Stroke([new(Left, Bottom + 4), new(Right, Bottom + 4)], Palette.Faint, 1));
    }

    /// <summary>What is beyond the axis stands at its end.</summary>
    public double X(IScale scale, double at) => Left + (Math.Clamp((at - scale.From) / (scale.To - scale.From), 0, 1) * (Right - Left));

    private Ticks TicksOf(IScale scale)
    {
        for (var most = 11; ; most--)
        {
            var ticks = scale.Ticks(most);
            var widest = ticks.All.Select(tick => Letters.Width(tick.Text, ChartFrame.TickSize))
                .DefaultIfEmpty()
                .Max() + ChartFrame.TickSize;
            if (most == 2 || widest * ticks.All.Count <= Right - Left) return ticks;
        }
    }

    private double WidthOf(IEnumerable<string> texts) =>
        Math.Min(_size.Width * ShareMax, texts.Select(text => Math.Ceiling(Letters.Width(text, FontSize))).DefaultIfEmpty().Max());

    private PlacedRow Beside(RowText row, double top, double markHeight)
    {
        var names = Letters.Break(row.Name, FontSize, _names + 1);
        var values = row.Value.Length == 0 ? [] : Letters.Break(row.Value, FontSize, _values + 1);
        var height = Math.Max(markHeight, LineHeight * Math.Max(names.Count, values.Count));
        var middle = top + Margin + (height / 2);
        Words[] words =
        [
            .. names.Select((text, i) => Line(Edge, middle, text, i, names.Count)),
            .. values.Select((text, i) => Line(Right + Gap, middle, text, i, values.Count)),
        ];
        return new PlacedRow(middle - (markHeight / 2), middle + (markHeight / 2), words);
    }

    private static Words Line(double x, double middle, string text, int line, int lines) =>
        new(x, middle + ((line - ((lines - 1) / 2.0)) * LineHeight), text, FontSize, Palette.Ink);

    private PlacedRow Below(RowText row, double top, double markHeight)
    {
        var width = _size.Width - (2 * Edge);
        var lines = Letters.Break(row.Name, FontSize, width).ToList();
        var isBeside = Letters.Width(lines[^1], FontSize) + Gap + Letters.Width(row.Value, FontSize) <= width;
        var values = row.Value.Length == 0 || isBeside ? [] : Letters.Break(row.Value, FontSize, width).ToList();
        double Y(int line) => top + Margin + ((line + 0.5) * LineHeight);
        var words = lines.Concat(values).Select((text, i) => new Words(Edge, Y(i), text, FontSize, Palette.Ink)).ToList();
        if (isBeside && row.Value.Length > 0)
        {
            words.Add(new Words(_size.Width - Edge, Y(lines.Count - 1), row.Value, FontSize, Palette.Ink, Anchor.End));
        }

        var marks = top + Margin + ((lines.Count + values.Count) * LineHeight) + 2;
        return new PlacedRow(marks, marks + markHeight, words);
    }
}
