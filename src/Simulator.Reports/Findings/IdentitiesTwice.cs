using Simulator.Reports.Measures.Stateful;

namespace Simulator.Reports.Findings;

/// <summary>Pets of which two lives ran at once: what they wrote may contradict itself.</summary>
internal static class IdentitiesTwice
{
    public static FindingKind Kind { get; } = new("identities-twice", "A pet ran twice at once.", "10 times the seconds.", Find);

    private static IEnumerable<Finding> Find(RunStory story)
    {
        var rows = new RowsOfState(story.Run).Overlaps() ?? [];
        if (rows.Count == 0) yield break;
        yield return new Finding(
            Kind.Name, FindingCost.OfClosedTime(rows.Sum(row => row.Seconds), 1),
            StateWords.Overlaps(rows, story.NameOf(rows[0].Cluster, rows[0].Pet)), rows[0].Pet);
    }
}
