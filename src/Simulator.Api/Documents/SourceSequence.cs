namespace Simulator.Api.Documents;

public sealed class SourceSequence : SourceNode
{
    internal SourceSequence(string file, int line, int column, SourceNode[] items)
        : base(file, line, column) => Items = items;

    public IReadOnlyList<SourceNode> Items { get; }

    public override string Describe() => "a list";
}
