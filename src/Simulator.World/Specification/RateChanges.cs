namespace Simulator.World.Specification;

/// <param name="At">Since the start of the run.</param>
/// <param name="PerSecond">Requests a second from then on, from 0.</param>
/// <param name="Over">Time in which it is reached, along a straight line from what was before.</param>
public readonly record struct RateStep(TimeSpan At, double PerSecond, TimeSpan Over = default);

/// <summary>The hours of a day and the days of a week: the rate is multiplied by 1 on average over a working day.</summary>
/// <param name="Amplitude">From 0 (flat) to 1 (nothing at the lowest hour): a cosine.</param>
/// <param name="Peak">Time of day of the highest rate; the run begins at midnight.</param>
/// <param name="Weekend">Factor on Saturdays and Sundays.</param>
/// <param name="StartsOn">Day on which the run begins.</param>
public sealed record DailyCurve(double Amplitude, TimeSpan Peak, double Weekend = 1, DayOfWeek StartsOn = DayOfWeek.Monday);

/// <summary>Many users at once: the rate is multiplied.</summary>
/// <param name="Rise">Until the factor is reached, along a straight line.</param>
/// <param name="For">How long it stays.</param>
/// <param name="Fall">Until it is over.</param>
public sealed record FlashCrowd(TimeSpan At, double Factor, TimeSpan Rise, TimeSpan For, TimeSpan Fall);

/// <summary>What those do who send the requests.</summary>
public sealed record ClientSpec
{
    /// <summary>They give up after it, and the pod does not hear of it; null: never.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Tries after the first.</summary>
    public int Retries { get; init; }

    /// <summary>Mean pause before the next try.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>An answer that takes longer is slow.</summary>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>Each request that a service answers makes so many of another one.</summary>
/// <param name="Service">Name, in the same namespace.</param>
public sealed record ServiceCall(string Service, double Factor);
