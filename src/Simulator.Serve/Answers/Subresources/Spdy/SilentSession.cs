using System.Buffers.Binary;

namespace Simulator.Serve.Answers.Subresources.Spdy;

/// <summary>
/// The far side of a connection to a container that says nothing and ends at once: every stream is taken and closed, an error stream
/// without an error in it, which clients take for success.
/// </summary>
internal static class SilentSession
{
    /// <summary>Clients send a few small frames: more is read over in pieces of this size.</summary>
    private const int PieceMax = 4096;

    public static async Task Run(Stream wire, CancellationToken gone)
    {
        var head = new byte[SpdyFrames.HeadLength];
        var isFirst = true;
        while (await wire.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, gone) == head.Length)
        {
            var (isControl, kind) = (head[0] >= 0x80, BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)));
            var body = await ReadBody(wire, BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4)) & 0xffffff, gone);
            if (isControl && kind == SpdyFrames.GoAway) return;
            if (!isControl || body.Length < 4) continue;
            if (kind == SpdyFrames.Ping) await wire.WriteAsync(SpdyFrames.Pong(body.AsSpan(0, 4)), gone);
            if (kind != SpdyFrames.SynStream) continue;
            var stream = BinaryPrimitives.ReadUInt32BigEndian(body) & 0x7fffffff;
            await wire.WriteAsync((byte[])[.. SpdyFrames.Reply(stream, isFirst), .. SpdyFrames.End(stream)], gone);
            await wire.FlushAsync(gone);
            isFirst = false;
        }
    }

    /// <summary>Its beginning; the rest is read over.</summary>
    private static async Task<byte[]> ReadBody(Stream wire, int length, CancellationToken gone)
    {
        var body = new byte[Math.Min(length, PieceMax)];
        await wire.ReadExactlyAsync(body, gone);
        var rest = new byte[Math.Min(length - body.Length, PieceMax)];
        for (var left = length - body.Length; left > 0; left -= PieceMax)
            await wire.ReadExactlyAsync(rest.AsMemory(0, Math.Min(left, rest.Length)), gone);
        return body;
    }
}
