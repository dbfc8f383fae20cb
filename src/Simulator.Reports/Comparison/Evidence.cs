using Simulator.Reports.Measures.Catalog;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Comparison;

/// <summary>What the runs of two sides say about one measure, before anybody judges it. Numbers are in the unit of the measure.</summary>
internal sealed record Evidence
{
    public required string Measure { get; init; }

    public required Aspect Aspect { get; init; }

    public required Stake Stake { get; init; }

    public required Estimate Before { get; init; }

    public required Estimate After { get; init; }

    /// <summary>After minus before.</summary>
    public required double Difference { get; init; }

    /// <summary>Of the difference; <see cref="Interval.Everything"/> if nothing bounds it.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Of after over before; null if before may be 0.</summary>
    public Interval? Ratio { get; init; }

    /// <summary>How much it may change.</summary>
    public required double Allowed { get; init; }

    /// <summary>How likely such a difference or a larger one is, if the truth is within what is allowed; to either side.</summary>
    public required double Chance { get; init; }
}

/// <summary>What of a measure is compared.</summary>
public enum Aspect
{
    /// <summary>Its value, in the runs that have it.</summary>
    Value,

    /// <summary>In how many runs there is one, as a share from 0 to 1.</summary>
    Presence,
}
