namespace Simulator.Engine;

/// <summary>
/// Sampled durations are whole microseconds, so that the last bit of a maths library never decides an order of events; and they are capped,
/// so that the tail of a wide distribution, or a long time that something slows down, is a long time still.
/// </summary>
public static class Microseconds
{
    /// <summary>A hundred years, which no run lasts.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(36_525);

    /// <summary>A computed duration; <see cref="Longest"/> if it is longer.</summary>
    /// <param name="seconds">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a number.</exception>
    public static TimeSpan Round(double seconds) => Of(seconds * 1e6);

    /// <inheritdoc cref="Round"/>
    public static TimeSpan Of(double microseconds)
    {
        if (double.IsNaN(microseconds)) throw new ArgumentOutOfRangeException(nameof(microseconds), microseconds, "Is not a number.");
        if (Math.Abs(microseconds) >= Longest.TotalMicroseconds) return microseconds > 0 ? Longest : -Longest;
        return new TimeSpan((long)Math.Round(microseconds) * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>So many times a duration, to the tick; <see cref="Longest"/> if it is longer.</summary>
    public static TimeSpan Times(this TimeSpan duration, long count) =>
        new((long)Int128.Min((Int128)duration.Ticks * count, Longest.Ticks));

    /// <inheritdoc cref="Times"/>
    public static TimeSpan Stretched(this TimeSpan duration, double factor) =>
        duration.TotalMicroseconds * factor < Longest.TotalMicroseconds ? duration * factor : Longest;

    internal static TimeSpan NotNegative(TimeSpan value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, name);
        return value;
    }

    internal static double NotNegative(double value, string name)
    {
        if (!(value >= 0) || double.IsInfinity(value)) throw new ArgumentOutOfRangeException(name, value, "At least 0 and finite.");
        return value;
    }
}
