namespace Simulator.Api.Documents;

public sealed class SourceSequence : SourceNode
{
    internal SourceSequence(string file, int line, int column, SourceNode[] items)
        : base(file, line, column) => Items = items;

    public IReadOnlyList<SourceNode> Items { get; }

    /// <summary>The same list with another item in a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public SourceSequence With(int index, SourceNode item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Items.Count, nameof(index));
        SourceNode[] items = [.. Items];
        items[index] = item;
        return new SourceSequence(File, Line, Column, items) { Size = Size, Height = Math.Max(Height, item.Height + 1) };
    }

    /// <summary>The same list with an item more.</summary>
    public SourceSequence Plus(SourceNode item) =>
        new(File, Line, Column, [.. Items, item]) { Size = Size + item.Size, Height = Math.Max(Height, item.Height + 1) };

    public override string Describe() => "a list";
}
