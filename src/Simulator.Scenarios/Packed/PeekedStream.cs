namespace Simulator.Scenarios.Packed;

/// <summary>A stream that can only be read once, of which the first byte that is no blank is known before.</summary>
internal sealed class PeekedStream : Stream
{
    private readonly Stream _rest;
    private readonly byte[] _start = new byte[4096];
    private readonly int _length;
    private readonly int _from;
    private int _at;

    /// <param name="first">0 for a text of blanks.</param>
    public PeekedStream(Stream rest, out int first)
    {
        _rest = rest;
        _length = rest.ReadAtLeast(_start, _start.Length, throwOnEndOfStream: false);
        if (_start.AsSpan(0, _length).StartsWith("\uFEFF"u8)) _at = _from = 3;
        var text = _start.AsSpan(_at, _length - _at).IndexOfAnyExcept(" \t\r\n"u8);
        first = text < 0 ? 0 : _start[_at + text];
    }

    /// <summary>The first bytes, without a mark of their order.</summary>
    public ReadOnlySpan<byte> Start => _start.AsSpan(_from, _length - _from);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at >= _length) return _rest.Read(buffer, offset, count);
        var taken = Math.Min(count, _length - _at);
        _start.AsSpan(_at, taken).CopyTo(buffer.AsSpan(offset));
        _at += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
