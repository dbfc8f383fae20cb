using Simulator.Reports.RunSets;

namespace Simulator.Reports.Comparison;

/// <summary>One of the two that are compared.</summary>
/// <param name="Name">Short: the head of its column.</param>
/// <param name="Rows">Of one variant, each seed once.</param>
public sealed record Side(string Name, RunSetHeader Header, IReadOnlyList<RunRow> Rows);
