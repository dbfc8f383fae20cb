namespace Simulator.Reports.Tables;

/// <summary>Bytes in memory, in pieces: nothing is copied as they become more, and no array is large.</summary>
internal sealed class PieceStream : Stream
{
    private const int PieceLength = 65_536;

    private readonly List<byte[]> _pieces = [];
    private long _length;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => _length;

    public override long Position { get; set; }

    /// <summary>At the end.</summary>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            var offset = (int)(_length % PieceLength);
            if (offset == 0) _pieces.Add(new byte[PieceLength]);
            var part = buffer[..Math.Min(buffer.Length, PieceLength - offset)];
            part.CopyTo(_pieces[^1].AsSpan(offset));
            _length += part.Length;
            buffer = buffer[part.Length..];
        }

        Position = _length;
    }

    public override int Read(Span<byte> buffer)
    {
        var offset = (int)(Position % PieceLength);
        var count = (int)Math.Min(Math.Min(buffer.Length, PieceLength - offset), _length - Position);
        if (count <= 0) return 0;
        _pieces[(int)(Position / PieceLength)].AsSpan(offset, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    /// <param name="value">0: it holds nothing any more.</param>
    public override void SetLength(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(value, 0);
        _pieces.Clear();
        (_length, Position) = (0, 0);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
