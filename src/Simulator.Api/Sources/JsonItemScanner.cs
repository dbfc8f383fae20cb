using System.Buffers;

namespace Simulator.Api.Sources;

/// <summary>
/// Cuts a JSON stream of any length into the objects that it holds: each top-level object, or each item of one that has <c>items</c>. Only
/// one object is in memory at a time.
/// </summary>
internal sealed class JsonItemScanner(Stream stream)
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    private const int TextMax = 1 << 24;

    private byte[] _buffer = new byte[1 << 18];
    private int _kept;
    private int _at;
    private int _end;
    private int _countedTo;
    private bool _isOver;

    /// <summary>The line of the next byte, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The column of the byte at the last mark, from 1, in bytes.</summary>
    public int Column { get; private set; } = 1;

    /// <summary>Skips blanks, commas not included. The byte that follows; -1 at the end.</summary>
    public int Peek()
    {
        while (true)
        {
            while (_at < _end && _buffer[_at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') _at++;
            if (_at < _end) return _buffer[_at];
            if (!Fill()) return -1;
        }
    }

    /// <summary>The byte that <see cref="Peek"/> showed is taken.</summary>
    public void Take() => _at++;

    /// <summary>Everything from here on is kept until the next mark.</summary>
    /// <returns>The line here; <see cref="Column"/> is the column.</returns>
    public int Mark()
    {
        CountLines();
        _kept = _at;
        return Line;
    }

    /// <summary>How many bytes were passed since <see cref="Mark"/>.</summary>
    public int Passed => _at - _kept;

    /// <summary>What was passed since <see cref="Mark"/>, from a place on; valid until the next step.</summary>
    public ReadOnlySpan<byte> PassedFrom(int place) => _buffer.AsSpan(_kept + place, Passed - place);

    /// <summary>Passes one value.</summary>
    /// <returns>False: the stream ends within it.</returns>
    public bool TrySkipValue() => Peek() switch
    {
        -1 => false,
        '"' => TrySkipText(),
        '{' or '[' => TrySkipNested(),
        _ => TrySkipWord(),
    };

    /// <summary>Passes the rest of a line.</summary>
    public void SkipLine()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            _at = length < 0 ? _end : _at + length + 1;
            Mark();
            if (length >= 0 || !Fill()) return;
        }
    }

    private bool TrySkipNested()
    {
        var depth = 0;
        while (true)
        {
            var length = _buffer.AsSpan(_at, _end - _at).IndexOfAny(Structure);
            if (length < 0)
            {
                _at = _end;
                if (!Fill()) return false;
                continue;
            }

            _at += length;
            var found = _buffer[_at];
            if (found == '"')
            {
                if (!TrySkipText()) return false;
                continue;
            }

            _at++;
            depth += found is (byte)'{' or (byte)'[' ? 1 : -1;
            if (depth == 0) return true;
        }
    }

    /// <exception cref="InvalidDataException">It is longer than any text of an object is: those have 1.5 MB at most.</exception>
    private bool TrySkipText()
    {
        var start = Passed;
        _at++;
        while (true)
        {
            CheckText(Passed - start);
            var length = _buffer.AsSpan(_at, _end - _at).IndexOfAny((byte)'"', (byte)'\\');
            if (length < 0)
            {
                _at = _end;
                if (!Fill()) return false;
                continue;
            }

            _at += length + 1;
            if (_buffer[_at - 1] == '"')
            {
                CheckText(Passed - start);
                return true;
            }

            if (_at >= _end && !Fill()) return false;
            _at++;
        }
    }

    private static void CheckText(int length)
    {
        if (length > TextMax) throw new InvalidDataException($"a text in it has more than {TextMax >> 20} MiB");
    }

    private bool TrySkipWord()
    {
        while (true)
        {
            while (_at < _end && !(_buffer[_at] is (byte)',' or (byte)'}' or (byte)']' or (byte)':' || _buffer[_at] <= ' ')) _at++;
            if (_at < _end) return true;
            if (!Fill()) return true;
        }
    }

    /// <returns>False at the end of the stream.</returns>
    private bool Fill()
    {
        if (_isOver) return false;
        CountLines();
        var length = _end - _kept;
        if (length > _buffer.Length / 2) Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        _buffer.AsSpan(_kept, length).CopyTo(_buffer);
        (_at, _end, _countedTo, _kept) = (_at - _kept, length, _countedTo - _kept, 0);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isOver = read == 0;
        return read > 0;
    }

    /// <summary>Counts the lines up to here; marks are behind it.</summary>
    private void CountLines()
    {
        if (_at <= _countedTo) return;
        var passed = _buffer.AsSpan(_countedTo, _at - _countedTo);
        var lines = passed.Count((byte)'\n');
        Line += lines;
        Column = lines == 0 ? (int)Math.Min((long)Column + passed.Length, int.MaxValue) : passed.Length - passed.LastIndexOf((byte)'\n');
        _countedTo = _at;
    }
}
