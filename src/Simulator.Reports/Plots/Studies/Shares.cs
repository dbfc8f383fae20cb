namespace Simulator.Reports.Plots.Studies;

/// <summary>What something is made of, as data: a bar a row, a piece of it a part.</summary>
public sealed record Shares
{
    public required string Title { get; init; }

    /// <summary>What the bars are, without the unit: <c>downtime a year</c>.</summary>
    public required string Label { get; init; }

    /// <summary>As the catalogue of measures has it.</summary>
    public required string Unit { get; init; }

    /// <summary>The largest first.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    public required IReadOnlyList<ShareRow> Rows { get; init; }
}

/// <param name="Name"><c>as it is</c>, <c>with deleting-pods-qps 10</c>.</param>
/// <param name="Values">As many as there are parts.</param>
/// <param name="Text">What is told beside it: <c>1 h 8 min a year</c>.</param>
public sealed record ShareRow(string Name, IReadOnlyList<double> Values, string Text);
