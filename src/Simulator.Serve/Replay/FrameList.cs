using Simulator.Serve.Messages;

namespace Simulator.Serve.Replay;

/// <summary>Gathers what a stream sends.</summary>
internal sealed class FrameList : IFrameSink
{
    private readonly List<byte> _bytes = [];

    public byte[] Bytes => [.. _bytes];

    public bool HasEnded { get; private set; }

    public void Write(ReadOnlyMemory<byte> frame) => _bytes.AddRange(frame.Span);

    public void End() => HasEnded = true;
}
