namespace Simulator.Engine;

/// <summary>Sampled durations are whole microseconds, so that the last bit of a maths library never decides an order of events.</summary>
internal static class Microseconds
{
    /// <exception cref="OverflowException">Not a number, or longer than a TimeSpan holds.</exception>
    public static TimeSpan Round(double seconds) =>
        new(checked((long)Math.Round(seconds * 1e6) * TimeSpan.TicksPerMicrosecond));

    public static TimeSpan NotNegative(TimeSpan value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, name);
        return value;
    }

    public static double NotNegative(double value, string name)
    {
        if (!(value >= 0) || double.IsInfinity(value)) throw new ArgumentOutOfRangeException(name, value, "At least 0 and finite.");
        return value;
    }
}
