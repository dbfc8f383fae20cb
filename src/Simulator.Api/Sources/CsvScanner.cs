using System.Text;
using Simulator.Api.Documents;

namespace Simulator.Api.Sources;

/// <summary>Cuts a CSV text into rows of cells; knows in which line a row began.</summary>
internal sealed class CsvScanner(string text)
{
    private int _at;
    private int _line = 1;
    private int _lineStart;

    /// <summary>Where the row last read began, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The cells of the next row that has any; null at the end.</summary>
    /// <exception cref="SourceException">A quote is not closed, or something stands behind one.</exception>
    public IReadOnlyList<string>? Next()
    {
        while (_at < text.Length && text[_at] is '\n' or '\r') EndLine();
        if (_at >= text.Length) return null;
        Line = _line;
        var cells = new List<string>();
        while (true)
        {
            cells.Add(_at < text.Length && text[_at] == '"' ? Quoted() : Plain());
            if (_at >= text.Length || text[_at] != ',') break;
            _at++;
        }

        if (_at < text.Length) EndLine();
        return cells;
    }

    private void EndLine()
    {
        if (text[_at] == '\r' && _at + 1 < text.Length && text[_at + 1] == '\n') _at++;
        NewLine();
    }

    private void NewLine()
    {
        _at++;
        _line++;
        _lineStart = _at;
    }

    private string Plain()
    {
        var length = text.AsSpan(_at).IndexOfAny(',', '\n', '\r');
        var cell = length < 0 ? text[_at..] : text.Substring(_at, length);
        _at += cell.Length;
        return cell;
    }

    /// <summary>Two quotes within are one.</summary>
    private string Quoted()
    {
        var (line, column) = (_line, _at - _lineStart + 1);
        var cell = new StringBuilder();
        for (_at++; _at < text.Length;)
        {
            if (text[_at] == '"' && (_at + 1 >= text.Length || text[_at + 1] != '"'))
            {
                _at++;
                if (_at >= text.Length || text[_at] is ',' or '\n' or '\r') return cell.ToString();
                throw new SourceException(
                    _line, _at - _lineStart + 1, "something follows the quote that ends a cell; allowed are a comma or the end "
                    + "of the line, and two quotes for one within");
            }

            cell.Append(text[_at]);
            if (text[_at] == '"') _at++;
            if (text[_at] == '\n') NewLine();
            else _at++;
        }

        throw new SourceException(line, column, "the quote that begins here is not closed before the end of the file");
    }
}
