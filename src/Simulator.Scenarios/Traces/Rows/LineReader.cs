using System.Text;

namespace Simulator.Scenarios.Traces.Rows;

/// <summary>Lines of a text, with their numbers.</summary>
internal sealed class LineReader(Stream stream) : IDisposable
{
    /// <summary>Characters; whatever is longer is no table.</summary>
    private const int LongestLine = 1 << 20;

    private readonly StreamReader _text = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, 1 << 16);
    private readonly char[] _buffer = new char[1 << 15];
    private readonly StringBuilder _rest = new();
    private int _at;
    private int _end;

    /// <summary>Of the line read last, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Null at the end.</summary>
    /// <exception cref="InvalidDataException">A line has no end.</exception>
    public string? Next()
    {
        _rest.Clear();
        while (true)
        {
            if (_at == _end && !Fill()) return _rest.Length > 0 ? Line(_rest.ToString()) : null;
            var rest = _buffer.AsSpan(_at, _end - _at);
            var length = rest.IndexOf('\n');
            if (length < 0)
            {
                _rest.Append(rest);
                _at = _end;
                if (_rest.Length > LongestLine)
                {
                    throw new InvalidDataException(
                        $"line {Number + 1} is longer than {LongestLine:N0} letters; allowed are tables of lines");
                }

                continue;
            }

            _at += length + 1;
            if (_rest.Length == 0) return Line(rest[..length].ToString());
            return Line(_rest.Append(rest[..length]).ToString());
        }
    }

    public void Dispose() => _text.Dispose();

    private bool Fill()
    {
        (_at, _end) = (0, _text.Read(_buffer, 0, _buffer.Length));
        return _end > 0;
    }

    private string Line(string line)
    {
        Number++;
        return line.EndsWith('\r') ? line[..^1] : line;
    }
}
