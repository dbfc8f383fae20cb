namespace Simulator.Scenarios.Traces.Rows;

/// <summary>A row of a trace, with the cells that were asked for.</summary>
/// <param name="Number">Its line, or its number from 1 where there are no lines.</param>
/// <param name="Cells">In the order in which they were asked for; "" where there is nothing.</param>
internal readonly record struct TraceRow(long Number, string[] Cells);

/// <summary>Rows of one file, one after the other; the file is never in memory as a whole.</summary>
internal interface IRowReader : IDisposable
{
    /// <summary>For messages.</summary>
    string File { get; }

    /// <summary>What the head of the file says beside the names of its columns: "MaxProcs" and so on.</summary>
    IReadOnlyDictionary<string, string> Head { get; }

    /// <summary>Cells of the widest row beyond the columns of the format; 0: none.</summary>
    int Surplus { get; }

    /// <summary>Its first line was names of columns, though the format has no such line.</summary>
    bool SkippedHead => false;

    /// <summary>False at the end.</summary>
    /// <exception cref="IOException">It cannot be read on; a sentence.</exception>
    /// <exception cref="InvalidDataException">It is broken here; a sentence.</exception>
    /// <exception cref="RaggedRowException">This row cannot be read; those after it may be.</exception>
    bool TryRead(out TraceRow row);
}

/// <summary>How rows stand in a file.</summary>
/// <param name="Columns">Names where the file does not give them; empty: it does.</param>
internal sealed record RowForm(RowKind Kind, IReadOnlyList<string> Columns)
{
    /// <summary>Between cells, of <see cref="RowKind.Csv"/>.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Lines that begin with one of these letters are no rows; "" : there are none.</summary>
    public string Comment { get; init; } = "";
}

internal enum RowKind
{
    Csv,

    /// <summary>Cells between blanks.</summary>
    Words,

    /// <summary>An object a line, or a list of objects.</summary>
    Json,
    Parquet,
}
