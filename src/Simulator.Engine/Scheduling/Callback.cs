namespace Simulator.Engine;

/// <summary>One thing to be called, and when.</summary>
internal struct Callback
{
    public Action<object, long> Action;
    public object State;
    public long Argument;

    /// <summary>Since the start, in ticks of 100 ns.</summary>
    public long Ticks;

    /// <summary>Priority in the upper 16 bits, sequence number in the lower 48. 0 = cancelled or free.</summary>
    public long Order;

    /// <summary>The next slot of the same bucket, or the next free slot.</summary>
    public int Next;
}
