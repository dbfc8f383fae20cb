using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <summary>
/// A time in which something happens, in seconds since the start of the run: a bar of a lane, or a shade over a whole picture.
/// </summary>
public sealed record LaneBar(double From, double To, LaneBarKind Kind = LaneBarKind.Doing)
{
    /// <summary>Null: the lane's.</summary>
    public Tone? Tone { get; init; }
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
