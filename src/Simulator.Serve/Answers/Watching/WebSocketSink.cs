using System.Buffers.Binary;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Answers.Watching;

/// <summary>Puts each frame of a watch into a frame of a websocket, and closes it with 1000.</summary>
internal sealed class WebSocketSink(IFrameSink wire, bool isText) : IFrameSink
{
    private static readonly byte[] Close = [0x88, 2, 0x03, 0xe8];

    public void Write(ReadOnlyMemory<byte> frame)
    {
        var head = Head(frame.Length);
        var whole = new byte[head.Length + frame.Length];
        head.CopyTo(whole, 0);
        frame.CopyTo(whole.AsMemory(head.Length));
        wire.Write(whole);
    }

    public void End()
    {
        wire.Write(Close);
        wire.End();
    }

    private byte[] Head(int length)
    {
        var kind = (byte)(isText ? 0x81 : 0x82);
        if (length < 126) return [kind, (byte)length];
        var head = new byte[length <= ushort.MaxValue ? 4 : 10];
        (head[0], head[1]) = (kind, (byte)(head.Length == 4 ? 126 : 127));
        if (head.Length == 4) BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)length);
        else BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(2), length);
        return head;
    }
}
