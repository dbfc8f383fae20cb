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

/// <param name="Kind">Waiting: a line, else a box.</param>
public sealed record KeyEntry(string Text, Tone Tone, LaneBarKind Kind = LaneBarKind.Doing)
{
    public double Opacity { get; init; } = 1;

    /// <summary>Of a line.</summary>
    public double Thickness { get; init; } = 3;

    public Dash Dash { get; init; }
}

/// <param name="Name">What the lane is about, in two or three words.</param>
public sealed record Lane(string Name, Tone Tone, IReadOnlyList<LaneBar> Bars, IReadOnlyList<LaneNote> Notes)
{
    /// <summary>Shares from 0 to 1, drawn instead of bars.</summary>
    public IReadOnlyList<SeriesPoint> Curve { get; init; } = [];

    /// <summary>The share at the bottom of the curve; null: its lowest.</summary>
    public double? CurveFrom { get; init; }
}

public enum LaneBarKind
{
    /// <summary>It happens: a thick bar.</summary>
    Doing,

    /// <summary>It is waited for: a thin line.</summary>
    Waiting,

    /// <summary>A moment: a mark.</summary>
    Done,
}

public sealed record LaneBar(double From, double To, LaneBarKind Kind = LaneBarKind.Doing)
{
    /// <summary>Null: the lane's.</summary>
    public Tone? Tone { get; init; }
}

/// <param name="At">Where the words begin, if there is room.</param>
public sealed record LaneNote(double At, string Text);
