using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <param name="Kind">Waiting: a line, else a box.</param>
public sealed record KeyEntry(string Text, Tone Tone, LaneBarKind Kind = LaneBarKind.Doing)
{
    public double Opacity { get; init; } = 1;

    /// <summary>Of a line.</summary>
    public double Thickness { get; init; } = 3;

    public Dash Dash { get; init; }

    public KeyMark Mark { get; init; }
}
