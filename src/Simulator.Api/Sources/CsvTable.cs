using Simulator.Api.Documents;
using Simulator.Api.Words;

namespace Simulator.Api.Sources;

/// <summary>A CSV file with a header line: each row has a cell for every column, or is an error with its place.</summary>
/// <remarks>RFC 4180. Limits: 16 MiB a file (of one that ends in .gz: unpacked), 1,000,000 cells.</remarks>
public sealed class CsvTable
{
    private readonly string _path;
    private readonly Diagnostics _diagnostics;
    private readonly CsvScanner _scanner;

    private CsvTable(string path, CsvScanner scanner, Diagnostics diagnostics)
    {
        (_path, _scanner, _diagnostics) = (path, scanner, diagnostics);
        Header = [.. (Next() ?? []).Select(name => name.Trim())];
    }

    /// <summary>Names of the columns; empty if the file is.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Null after an error.</summary>
    public static CsvTable? Read(string path, Diagnostics diagnostics)
    {
        var bytes = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? SourceFile.ReadUnpacked(path, diagnostics)
            : SourceFile.Read(path, diagnostics);
        if (bytes is null || SourceFile.Decode(path, bytes.Value.Span, diagnostics) is not { } text) return null;
        var errors = diagnostics.ErrorCount;
        var table = new CsvTable(path, new CsvScanner(text), diagnostics);
        table.CheckHeader();
        return diagnostics.ErrorCount > errors ? null : table;
    }

    /// <summary>Those that are whole; the others are told. Lines without anything are none.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        var cellsLeft = SourceLimits.NodesMax;
        while (Next() is { } cells)
        {
            if ((cellsLeft -= cells.Count) < 0)
            {
                _diagnostics.Error(
                    _path, _scanner.Line, 1, $"the file has more than {SourceLimits.NodesMax:N0} cells; allowed are so many");
                yield break;
            }

            if (cells.Count == Header.Count) yield return new CsvRow(_scanner.Line, Header, cells);
            else TellRagged(cells.Count);
        }
    }

    private IReadOnlyList<string>? Next()
    {
        try
        {
            return _scanner.Next();
        }
        catch (SourceException broken)
        {
            _diagnostics.Error(_path, broken.Line, broken.Column, broken.Message);
            return null;
        }
    }

    private void CheckHeader()
    {
        foreach (var twice in Header.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(alike => alike.Count() > 1))
        {
            _diagnostics.Error(_path, _scanner.Line, 1, $"the column '{Wording.Shortened(twice.Key)}' comes twice");
        }
    }

    private void TellRagged(int cells) =>
        _diagnostics.Error(
            _path, _scanner.Line, Math.Min(cells, Header.Count),
            $"the row has {cells:N0} {(cells == 1 ? "cell" : "cells")}, the header names {Header.Count:N0} columns; allowed are as many");
}

/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Header">Names of the columns.</param>
/// <param name="Cells">As many.</param>
public readonly record struct CsvRow(int Line, IReadOnlyList<string> Header, IReadOnlyList<string> Cells)
{
    /// <summary>The cell of a column, without blanks around it.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public string this[string column] => Cells[NumberOf(column) - 1].Trim();

    /// <summary>From 1, as places count.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public int NumberOf(string column)
    {
        for (var i = 0; i < Header.Count; i++)
        {
            if (Header[i] == column) return i + 1;
        }

        throw new KeyNotFoundException(column);
    }
}
