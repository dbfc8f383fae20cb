namespace Simulator.Reports.Plots.Studies;

/// <summary>How measures differ from seed to seed, as data.</summary>
public sealed record Spread
{
    public required string Title { get; init; }

    public required IReadOnlyList<SpreadRow> Rows { get; init; }

    /// <summary>What the lines are: <c>95 % interval of the mean</c>; "" where there are none.</summary>
    public string Interval { get; init; } = "";
}

/// <param name="Name">Of the measure.</param>
/// <param name="Unit">As the catalogue of measures has it.</param>
/// <param name="Values">By seed; those that have none are left out.</param>
/// <param name="Text">What is told beside it: <c>2.31 s ± 0.05 (20 of 20)</c>.</param>
public sealed record SpreadRow(
    string Name, string Unit, IReadOnlyList<(string Seed, double Value)> Values, double Value, double Low, double High, string Text);
