using System.Buffers.Binary;

namespace Simulator.Serve.Answers.Subresources.Spdy;

/// <summary>The few frames of SPDY/3.1 that a side needs which has nothing to say (spdy-protocol-draft3-1, section 2).</summary>
internal static class SpdyFrames
{
    public const int HeadLength = 8;

    public const ushort SynStream = 1;

    public const ushort Ping = 6;

    public const ushort GoAway = 7;

    private const ushort SynReply = 2;

    /// <summary>A zlib stream begins with the checksum of the dictionary of SPDY/3.</summary>
    private static readonly byte[] Beginning = [0x78, 0xbb, 0xe3, 0xc6, 0xa7, 0xc2];

    /// <summary>
    /// No headers: a count of 0 as a stored block of deflate, and an empty block, up to which readers give out what they have.
    /// </summary>
    private static readonly byte[] NoHeaders = [0, 4, 0, 0xfb, 0xff, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

    /// <summary>Takes a stream, with no headers.</summary>
    /// <param name="isFirst">All headers of a connection are one compressed stream.</param>
    public static byte[] Reply(uint stream, bool isFirst)
    {
        byte[] headers = isFirst ? [.. Beginning, .. NoHeaders] : NoHeaders;
        var frame = Control(SynReply, 4 + headers.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(HeadLength), stream);
        headers.CopyTo(frame, HeadLength + 4);
        return frame;
    }

    /// <summary>Nothing more comes on a stream.</summary>
    public static byte[] End(uint stream)
    {
        var frame = new byte[HeadLength];
        BinaryPrimitives.WriteUInt32BigEndian(frame, stream);
        frame[4] = 1;
        return frame;
    }

    public static byte[] Pong(ReadOnlySpan<byte> id)
    {
        var frame = Control(Ping, id.Length);
        id.CopyTo(frame.AsSpan(HeadLength));
        return frame;
    }

    private static byte[] Control(ushort kind, int length)
    {
        var frame = new byte[HeadLength + length];
        BinaryPrimitives.WriteUInt16BigEndian(frame, 0x8003);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), kind);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), (uint)length);
        return frame;
    }
}
