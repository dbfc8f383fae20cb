using Simulator.Reports.Measures.Catalog;

namespace Simulator.Reports.Comparison.Thresholds;

/// <summary>What a thresholds file says of one measure; null: as the catalogue has it.</summary>
public sealed record ThresholdRule
{
    /// <summary>A share of the value before.</summary>
    public double? Relative { get; init; }

    /// <summary>In the unit of the measure.</summary>
    public double? Absolute { get; init; }

    /// <summary>In the unit of the measure.</summary>
    public double? Noise { get; init; }

    public Better? Better { get; init; }

    /// <summary>It is not compared.</summary>
    public bool IsIgnored { get; init; }

    /// <summary>Who names a threshold means it alone: the catalogue's other one does not widen it.</summary>
    internal Stake ApplyTo(Stake stake) => stake with
    {
        Relative = Relative ?? (Absolute is null ? stake.Relative : 0),
        Absolute = Absolute ?? (Relative is null ? stake.Absolute : 0),
        Noise = Noise ?? stake.Noise,
        Better = Better ?? stake.Better,
    };
}
