namespace Simulator.Reports.Plots.Charts;

/// <summary>What a picture draws at a place, and its key explains.</summary>
public enum KeyMark
{
    /// <summary>A line or a box.</summary>
    None,
    Disc,
    Cross,

    /// <summary>A ring of a disc and a cross in it.</summary>
    Both,
    Diamond,
}
