namespace Simulator.Reports.Plots.Studies;

/// <summary>What a search tried and which of it holds, as data: capacities on one axis, what is lost in rows.</summary>
public sealed record Boundary
{
    public required string Title { get; init; }

    /// <summary>Of the axis: <c>nodes of pool default</c>.</summary>
    public required string Label { get; init; }

    public required IReadOnlyList<BoundaryRow> Rows { get; init; }

    /// <summary>Columns with a name, in the key: <c>(1347, "smallest that holds: 1,347 nodes")</c>; the first is the answer.</summary>
    public IReadOnlyList<(double At, string Text)> Marks { get; init; } = [];
}

/// <param name="Name"><c>losing us-east1-b</c>.</param>
public sealed record BoundaryRow(string Name, IReadOnlyList<BoundaryPoint> Points);

/// <param name="At">Of the axis.</param>
/// <param name="Held">Runs in which all objectives were met.</param>
/// <param name="Runs">All runs there.</param>
/// <param name="Why">What broke, told when it is pointed at; "" for nothing.</param>
public sealed record BoundaryPoint(double At, int Held, int Runs, string Why = "");
