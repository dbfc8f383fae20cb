using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>How often something fails and for how long: one entry of a rates file, or of the published table.</summary>
public sealed record TroubleRate
{
    public required OutageKind Kind { get; init; }

    public required TroublePer Per { get; init; }

    /// <summary>"" = every cluster.</summary>
    public string Cluster { get; init; } = "";

    /// <summary>From the end of one trouble of a place to its next: only its mean counts, for the next one has no memory.</summary>
    public required TimeSpan Between { get; init; }

    public required IDistribution Lasts { get; init; }

    /// <summary>Share of the machines of the place that are struck; above 0, at most 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Probability that another place fails within <see cref="RandomOutageSpec.BurstGap"/> of one that has failed.</summary>
    public double Burst { get; init; }

    /// <summary>How many times slower, for the kinds that slow something down.</summary>
    public double Factor { get; init; } = 10;

    /// <summary>Where the numbers come from, in words: "published: Google 2011", "my.yaml".</summary>
    public required string Source { get; init; }
}
