using Simulator.Engine;

namespace Simulator.World.Specification;

/// <summary>Troubles drawn from the seed: each place of a scope fails again and again, independently of the others.</summary>
public sealed record RandomOutageSpec
{
    public OutageKind Kind { get; init; } = OutageKind.PowerLoss;

    public required string Cluster { get; init; }

    /// <summary>What fails as a whole.</summary>
    public PlaceScope Per { get; init; }

    /// <summary>From the end of one trouble of a place (or the start of the run) to the next one.</summary>
    public required IDistribution Between { get; init; }

    public required IDistribution Lasts { get; init; }

    /// <summary>Share of the machines of the place that are struck.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Probability that another place of the scope fails within <see cref="BurstGap"/> of one that has failed.</summary>
    public double Burst { get; init; }

    public double Factor { get; init; } = 10;

    /// <summary>Google 2011: removals no more than 30 s apart belong together (world.md).</summary>
    public static TimeSpan BurstGap { get; } = TimeSpan.FromSeconds(30);
}
