using Simulator.Reports.Plots.Charts;

namespace Simulator.Reports.Plots.Studies;

/// <summary>A measure over the values of an axis, with the interval of each, as data.</summary>
public sealed record IntervalChart
{
    public required string Title { get; init; }

    public required StudyAxis Across { get; init; }

    /// <summary>What is measured, in a few words or by its name.</summary>
    public required string Measure { get; init; }

    /// <summary>As the catalogue of measures has it.</summary>
    public required string Unit { get; init; }

    /// <summary>Seven at most are told apart by their colours.</summary>
    public required IReadOnlyList<IntervalSeries> Series { get; init; }

    /// <summary>What the intervals are: <c>95 % interval of the mean</c>; "" where there are none.</summary>
    public string Interval { get; init; } = "";

    /// <summary>What must hold: lines across, with their names.</summary>
    public IReadOnlyList<(string Name, double Value)> Limits { get; init; } = [];
}

/// <param name="Points">By ascending index; a value that the axis has and this has not is a gap.</param>
public sealed record IntervalSeries(string Name, IReadOnlyList<IntervalPoint> Points);

/// <param name="Index">Of the value on the axis.</param>
/// <param name="Note">What is told besides when it is pointed at: <c>19 of 20 runs</c>; "" for nothing.</param>
public sealed record IntervalPoint(int Index, double Value, double Low, double High, string Note = "");
