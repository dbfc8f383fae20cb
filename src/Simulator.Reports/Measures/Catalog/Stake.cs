using Simulator.Reports.Statistics;

namespace Simulator.Reports.Measures.Catalog;

/// <summary>What a difference of a measure means: which way is better, and from where on it matters.</summary>
/// <param name="Relative">A change by a smaller share of the value before does not matter; 0: any does.</param>
/// <param name="Absolute">Nor does a smaller one, in the unit of the measure: a small value would forbid everything otherwise.</param>
/// <param name="Noise">A smaller difference, in the unit of the measure, is none: it is rounding, or the dice of one pod.</param>
/// <param name="Kind">How its values lie over many runs.</param>
public sealed record Stake(Better Better, double Relative, double Absolute, double Noise, StatisticKind Kind)
{
    /// <summary>A run that has no such measure has failed at it, where others of the same scenario have it: it never recovered.</summary>
    public bool IsFailureIfAbsent { get; init; }

    /// <summary>How much it may change from a value, in its unit.</summary>
    public double Allowed(double before) => Math.Max(Noise, Math.Max(Absolute, Relative * Math.Abs(before)));
}
