namespace Simulator.Api.Documents;

/// <summary>A node of a YAML or JSON document that knows where it stands. Nodes are shared where a document uses an alias.</summary>
/// <param name="file">Name under which the file was given.</param>
/// <param name="line">From 1.</param>
/// <param name="column">From 1, in characters.</param>
public abstract class SourceNode(string file, int line, int column)
{
    public string File { get; } = file;

    public int Line { get; } = line;

    public int Column { get; } = column;

    public bool IsNull => this is SourceScalar { Kind: ScalarKind.Null };

    /// <summary>Number of nodes from here down, aliases expanded.</summary>
    internal int Size { get; init; } = 1;

    /// <summary>Number of levels from here down.</summary>
    internal int Height { get; init; } = 1;

    /// <summary>What stands here, for a sentence: <c>a list</c>, <c>'abc'</c>, <c>the number 5</c>.</summary>
    public abstract string Describe();
}
