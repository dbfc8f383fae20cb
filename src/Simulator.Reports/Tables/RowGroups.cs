using System.IO.Compression;

namespace Simulator.Reports.Tables;

/// <summary>
/// The bytes of a table on their way: as they are while they are few, as gzip members once they are more than
/// <see cref="PlainMax"/>. What was written between two flushes is a member, and can be read without the others.
/// </summary>
/// <remarks>Same rows, same bytes: the members hold no time, and where they end depends on the rows alone.</remarks>
/// <param name="plain">Can be read again: what it holds is compressed when it has become too much.</param>
/// <param name="openGzip">Called once, if it comes to that.</param>
public sealed class RowGroups(Stream plain, Func<Stream> openGzip) : WriteOnlyStream
{
    /// <summary>Bytes that a file holds without compression.</summary>
    public const long PlainMax = 50_000_000;

    private readonly List<long> _ends = [];
    private Stream? _gzip;
    private GZipStream? _member;

    public bool IsCompressed => _gzip is not null;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_gzip is null) plain.Write(buffer);
        else (_member ??= Member(_gzip)).Write(buffer);
    }

    public override void Flush()
    {
        _member?.Dispose();
        _member = null;
        if (IsCompressed) return;
        _ends.Add(plain.Position);
        if (plain.Position > PlainMax) Compress();
    }

    /// <summary>All of it, as the file holds it; nothing can be written any more.</summary>
    public void CopyAllTo(Stream file)
    {
        Flush();
        var all = _gzip ?? plain;
        all.Position = 0;
        all.CopyTo(file);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
            _gzip?.Dispose();
            plain.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Compress()
    {
        _gzip = openGzip();
        plain.Position = 0;
        foreach (var end in _ends)
        {
            using var member = Member(_gzip);
            Copy(end - plain.Position, member);
        }

        plain.SetLength(0);
    }

    private void Copy(long bytes, GZipStream member)
    {
        var buffer = new byte[16_384];
        while (bytes > 0)
        {
            var read = plain.Read(buffer, 0, (int)Math.Min(bytes, buffer.Length));
            member.Write(buffer, 0, read);
            bytes -= read;
        }
    }

    private static GZipStream Member(Stream gzip) => new(gzip, CompressionLevel.Fastest, leaveOpen: true);
}
