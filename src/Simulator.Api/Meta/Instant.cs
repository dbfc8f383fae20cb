using System.Globalization;

namespace Simulator.Api;

/// <summary>A moment of simulated time, in ticks of 100 ns since the start of the run; negative before it.</summary>
public readonly record struct Instant(long Ticks) : IComparable<Instant>
{
    public static readonly Instant Start = new(0);

    /// <summary>Time since the start of the run.</summary>
    public TimeSpan SinceStart => TimeSpan.FromTicks(Ticks);

    /// <summary>The moment as objects carry it: whole seconds, cut towards the past.</summary>
    public Instant TruncatedToSecond => new(Ticks - Mod(Ticks, TimeSpan.TicksPerSecond));

    public static Instant FromStart(TimeSpan sinceStart) => new(sinceStart.Ticks);

    public static Instant FromSeconds(double seconds) => new(TimeSpan.FromSeconds(seconds).Ticks);

    public static Instant FromMilliseconds(long milliseconds) => new(milliseconds * TimeSpan.TicksPerMillisecond);

    public static Instant operator +(Instant at, TimeSpan duration) => new(at.Ticks + duration.Ticks);

    public static Instant operator -(Instant at, TimeSpan duration) => new(at.Ticks - duration.Ticks);

    public static TimeSpan operator -(Instant later, Instant earlier) => TimeSpan.FromTicks(later.Ticks - earlier.Ticks);

    public static bool operator <(Instant left, Instant right) => left.Ticks < right.Ticks;

    public static bool operator >(Instant left, Instant right) => left.Ticks > right.Ticks;

    public static bool operator <=(Instant left, Instant right) => left.Ticks <= right.Ticks;

    public static bool operator >=(Instant left, Instant right) => left.Ticks >= right.Ticks;

    public int CompareTo(Instant other) => Ticks.CompareTo(other.Ticks);

    public override string ToString() => SinceStart.ToString("c", CultureInfo.InvariantCulture);

    private static long Mod(long value, long divisor) => ((value % divisor) + divisor) % divisor;
}
