using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Studies;

/// <summary>
/// What every picture of rows has: a title where it stands alone, a key, the words of its rows, a line between two of them.
/// </summary>
internal sealed class RowPicture
{
    private const double TitleHeight = 32;
    private const double AxisHeight = 56;
    private readonly string _title;
    private readonly DrawingSize _size;
    private readonly KeyLayout _key;

    public RowPicture(string title, IReadOnlyList<RowText> rows, IReadOnlyList<KeyEntry> key, DrawingSize size, double markHeight)
    {
        (_title, _size) = (title, size);
        _key = new KeyLayout(key, size.Width - (2 * RowFrame.Edge));
        Frame = new RowFrame(rows, size, KeyTop + _key.Height + 6, markHeight);
    }

    public RowFrame Frame { get; }

    private double KeyTop => _size.HasTitle ? TitleHeight : 4;

    /// <param name="marks">In the room of the rows.</param>
    /// <param name="axis">Null: each row has its own.</param>
    public Drawing Draw(IEnumerable<Shape> marks, IScale? axis) =>
        new(_size.Width, Math.Ceiling(Frame.Bottom + (axis is null ? 6 : AxisHeight)),
        [
            .. _size.HasTitle ? [new Words(RowFrame.Edge, 19, _title, ChartFrame.TitleSize, Palette.Ink)] : Array.Empty<Words>(),
            .. KeyShapes.Of(_key, RowFrame.Edge, KeyTop),
            .. marks,
            .. Frame.Rows.SelectMany(row => row.Words),
            .. axis is null ? [] : Frame.Axis(axis),
        ]);

    /// <summary>A row as a place to point at; lies under its marks, which may tell more.</summary>
    public Pane Pane(PlacedRow row, string hint) =>
        new(RowFrame.Edge, row.MarkTop, _size.Width - (2 * RowFrame.Edge), row.MarkBottom - row.MarkTop) { Hint = hint };
}
