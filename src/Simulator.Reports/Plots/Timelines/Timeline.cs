using Simulator.Reports.Plots.Charts;
using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Timelines;

/// <summary>
/// The picture of an outage as data: what is drawn when, and what is said beside it. All moments are seconds since the start of the run.
/// </summary>
/// <param name="From">Where the axis begins.</param>
/// <param name="Shades">The times of the troubles, over all lanes.</param>
/// <param name="Lanes">From top to bottom.</param>
public sealed record Timeline(double From, double To, IReadOnlyList<LaneBar> Shades, IReadOnlyList<Lane> Lanes)
{
    /// <summary>What the colours mean, where the lanes' names do not say it.</summary>
    public IReadOnlyList<KeyEntry> Key { get; init; } = [];
}

/// <param name="Name">What the lane is about, in two or three words.</param>
public sealed record Lane(string Name, Tone Tone, IReadOnlyList<LaneBar> Bars, IReadOnlyList<LaneNote> Notes)
{
    /// <summary>Shares from 0 to 1, drawn instead of bars.</summary>
    public IReadOnlyList<SeriesPoint> Curve { get; init; } = [];

    /// <summary>The share at the bottom of the curve; null: its lowest.</summary>
    public double? CurveFrom { get; init; }
}

/// <param name="At">Where the words begin, if there is room.</param>
public sealed record LaneNote(double At, string Text);
