using Simulator.Scenarios.Packed;

namespace Simulator.Scenarios.Traces.Rows;

/// <summary>A table of lines: CSV with any separator, or words between blanks; with a head line or without.</summary>
internal sealed class TextRows : IRowReader
{
    private readonly LineReader _lines;
    private readonly RowForm _form;
    private readonly Dictionary<string, string> _head = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _cells = [];
    private readonly int[] _places;
    private readonly int _columns;
    private string? _pushedBack;

    /// <param name="wanted">Names of columns.</param>
    /// <param name="optional">Those of them that it may lack.</param>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    /// <exception cref="InvalidDataException">It has not the columns; a sentence.</exception>
    public TextRows(string file, RowForm form, IReadOnlyList<string> wanted, IReadOnlyCollection<string> optional)
    {
        (File, _form) = (file, form);
        _lines = new LineReader(PackedFile.Open(file));
        try
        {
            var names = ReadNames();
            _columns = names.Count;
            _places = [.. wanted.Select(name => PlaceOf(name, names, optional))];
        }
        catch
        {
            _lines.Dispose();
            throw;
        }
    }

    public string File { get; }

    public IReadOnlyDictionary<string, string> Head => _head;

    /// <summary>Cells of the widest row beyond the columns of the format; 0: none.</summary>
    public int Surplus { get; private set; }

    public bool SkippedHead { get; private set; }

    public bool TryRead(out TraceRow row)
    {
        while (NextLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            Cut(line);
            if (_cells.Count < _columns && !IsEnough())
            {
                throw new RaggedRowException(
                    _lines.Number, $"the row has {_cells.Count} cells; allowed are the {_columns} columns of the table");
            }

            Surplus = Math.Max(Surplus, _cells.Count - _columns);
            row = new TraceRow(_lines.Number, Array.ConvertAll(_places, place => place < _cells.Count ? _cells[place] : ""));
            return true;
        }

        row = default;
        return false;
    }

    public void Dispose() => _lines.Dispose();

    /// <summary>The last cells are often left out where they are empty.</summary>
    private bool IsEnough() => _places.All(place => place == int.MaxValue || place < _cells.Count);

    private IReadOnlyList<string> ReadNames()
    {
        if (_form.Columns.Count > 0)
        {
            SkipNamesAmong(_form.Columns);
            return _form.Columns;
        }

        while (NextLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            Cut(line.TrimStart('\uFEFF'));
            return [.. _cells];
        }

        throw new InvalidDataException("the file is empty; allowed is a table with a head line");
    }

    /// <summary>Some have added a head line where the format has none.</summary>
    private void SkipNamesAmong(IReadOnlyList<string> columns)
    {
        var line = NextLine();
        while (line is not null && string.IsNullOrWhiteSpace(line)) line = NextLine();
        if (line is null) return;
        Cut(line);
        var named = _cells.Count(cell => columns.Contains(cell, StringComparer.OrdinalIgnoreCase));
        SkippedHead = named >= 2 || !_cells.Exists(IsValue);
        if (!SkippedHead) _pushedBack = line;
    }

    /// <summary>A row has a time at least, which begins with a digit; names do not.</summary>
    private static bool IsValue(string cell) => cell.AsSpan().TrimStart("+-.\uFEFF ") is [>= '0' and <= '9', ..];

    private string? NextLine()
    {
        if (_pushedBack is { } back)
        {
            _pushedBack = null;
            return back;
        }

        while (_lines.Next() is { } line)
        {
            var text = line.AsSpan().TrimStart();
            if (text.IsEmpty || !_form.Comment.Contains(text[0], StringComparison.Ordinal)) return line;
            TakeHead(line.Trim()[1..]);
        }

        return null;
    }

    /// <summary><c>; MaxProcs: 4392</c></summary>
    private void TakeHead(string comment)
    {
        var colon = comment.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0) _head.TryAdd(comment[..colon].Trim(), comment[(colon + 1)..].Trim());
    }

    private void Cut(string line)
    {
        if (_form.Kind == RowKind.Words) CsvCells.CutWords(line, _cells);
        else CsvCells.Cut(line, _form.Separator, _cells);
    }

    /// <returns>Beyond all cells where the table has no such column.</returns>
    private static int PlaceOf(string name, IReadOnlyList<string> names, IReadOnlyCollection<string> optional)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase)) return i;
        }

        return optional.Contains(name) ? int.MaxValue : throw MissingColumn.Of(name, names);
    }
}
