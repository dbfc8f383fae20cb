using System.Threading.Channels;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Hosting;

/// <summary>
/// The frames on their way to one client. It takes all and never blocks; while more than a little waits, it holds the clock, and if the
/// client takes nothing for long, it is given up.
/// </summary>
internal sealed class FrameQueue : IFrameSink
{
    /// <summary>What waits without holding the clock.</summary>
    private const long HeldBytes = 1 << 20;

    private readonly Channel<ReadOnlyMemory<byte>> _frames =
        Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    private long _waiting;
    private long _taken;

    /// <summary>For messages: whose it is.</summary>
    public required string Client { get; init; }

    public ChannelReader<ReadOnlyMemory<byte>> Frames => _frames.Reader;

    public bool HoldsClock => Interlocked.Read(ref _waiting) > HeldBytes && !IsGivenUp;

    /// <summary>Bytes that the client has taken so far.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Its client hangs, and what waits for it is dropped with its connection.</summary>
    public bool IsGivenUp { get; private set; }

    public void Write(ReadOnlyMemory<byte> frame)
    {
        if (IsGivenUp) return;
        Interlocked.Add(ref _waiting, frame.Length);
        _frames.Writer.TryWrite(frame);
    }

    public void End() => _frames.Writer.TryComplete();

    public void GiveUp()
    {
        IsGivenUp = true;
        _frames.Writer.TryComplete(new IOException("the client takes nothing"));
    }

    /// <summary>The client has taken it.</summary>
    public void Took(int bytes)
    {
        Interlocked.Add(ref _waiting, -bytes);
        Interlocked.Add(ref _taken, bytes);
    }
}
