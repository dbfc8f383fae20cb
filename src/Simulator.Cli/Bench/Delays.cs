namespace Simulator.Cli.Bench;

/// <summary>Delays of up to 1.7 s, from a generator that costs next to nothing, so that the queue is what is measured.</summary>
internal sealed class Delays
{
    private ulong _state = 88172645463325252UL;

    public TimeSpan Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return new TimeSpan((long)(_state >> 40));
    }
}
