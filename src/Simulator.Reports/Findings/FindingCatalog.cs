namespace Simulator.Reports.Findings;

/// <param name="Name">As in summary.json.</param>
/// <param name="Meaning">When it is told.</param>
/// <param name="Cost">In replica-seconds.</param>
public sealed record FindingEntry(string Name, string Meaning, string Cost);

/// <summary>Every kind of finding that a run can have, for people; in the order in which equals are told.</summary>
public static class FindingCatalog
{
    public static IReadOnlyList<FindingEntry> All { get; } = [.. FindingTable.All.Select(kind => new FindingEntry(
        kind.Name, kind.Meaning, kind.Cost))];
}
