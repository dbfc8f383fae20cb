namespace Simulator.Reports.Statistics;

/// <summary>The area under a step function of time, exact in integers: replica-seconds from replicas over time.</summary>
public struct StepIntegral
{
    private long _area;
    private TimeSpan _since;

    /// <summary>The function's value from the last change on.</summary>
    public long Value { readonly get; private set; }

    /// <summary>The function has another value from this moment on; moments never go back.</summary>
    /// <param name="at">Since the start of the run; the function was 0 before its first change.</param>
    public void Set(TimeSpan at, long value)
    {
        if (value == Value) return;
        _area += Value * ToMicroseconds(at - _since);
        (_since, Value) = (at, value);
    }

    /// <summary>In value-seconds, from the start of the run to a moment at or after the last change.</summary>
    public readonly double SecondsAt(TimeSpan at) => (_area + (Value * ToMicroseconds(at - _since))) / 1e6;

    /// <summary>Moments of a run are whole microseconds; ticks would overflow with 60,000 replicas over a month.</summary>
    private static long ToMicroseconds(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}
