using Simulator.Reports.Plots.Charts;

namespace Simulator.Reports.Plots.Studies;

/// <summary>A measure over two axes, as data.</summary>
public sealed record HeatMap
{
    public required string Title { get; init; }

    public required StudyAxis Across { get; init; }

    /// <summary>Its first value is at the bottom.</summary>
    public required StudyAxis Up { get; init; }

    /// <summary>What is measured, in a few words or by its name.</summary>
    public required string Measure { get; init; }

    /// <summary>As the catalogue of measures has it.</summary>
    public required string Unit { get; init; }

    /// <summary>Those that are not there, or have no value, are drawn as missing.</summary>
    public required IReadOnlyList<HeatCell> Cells { get; init; }

    /// <summary>What the mark of a cell means: <c>misses an objective</c>; "" where none has one.</summary>
    public string Marked { get; init; } = "";
}

/// <param name="Across">Index of the value on that axis.</param>
/// <param name="Up">Index of the value on that axis.</param>
/// <param name="Note">What is told besides when it is pointed at: <c>± 0:00:06, 20 of 20 runs</c>; "" for nothing.</param>
public sealed record HeatCell(int Across, int Up, double? Value, string Note = "")
{
    public bool IsMarked { get; init; }
}
