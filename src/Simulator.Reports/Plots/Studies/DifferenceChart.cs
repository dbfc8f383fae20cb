namespace Simulator.Reports.Plots.Studies;

/// <summary>Differences with their intervals against what is allowed, as data.</summary>
public sealed record DifferenceChart
{
    public required string Title { get; init; }

    /// <summary>What the axis shows: <c>times the allowed difference; worse to the right</c>.</summary>
    public required string Label { get; init; }

    /// <summary>As the catalogue of measures has it; "" for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The worst on top.</summary>
    public required IReadOnlyList<Difference> Rows { get; init; }
}

/// <param name="Name">Of the measure.</param>
/// <param name="Value">On the axis, like the ends of the interval.</param>
/// <param name="Allowed">Half the width of the stretch around 0 in which a difference is none; null: any is one.</param>
/// <param name="Verdict">better, worse, same, unclear.</param>
/// <param name="Text">What is told beside it: <c>+0.03 s ± 0.05  same</c>.</param>
public sealed record Difference(string Name, double Value, double Low, double High, double? Allowed, string Verdict, string Text)
{
    /// <summary>What is told when it is pointed at, lines apart; "" = its name and text.</summary>
    public string Hint { get; init; } = "";
}
