namespace Simulator.World.Specification;

/// <summary>What the users of a service are promised, at any moment.</summary>
public sealed record ObjectiveSpec
{
    /// <summary>Half of the answers take no longer; null: nothing is promised.</summary>
    public TimeSpan? P50 { get; init; }

    /// <summary>95 of 100 take no longer.</summary>
    public TimeSpan? P95 { get; init; }

    /// <summary>99 of 100 take no longer.</summary>
    public TimeSpan? P99 { get; init; }

    /// <summary>Share of the requests that are answered, in the time that their clients wait.</summary>
    public double Answered { get; init; } = 0.99;
}
