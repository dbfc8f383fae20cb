using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Claims without a volume when the run ends.</summary>
internal static class ClaimsUnbound
{
    public static FindingKind Kind { get; } = new(
        "claims-unbound", "A claim has no volume when the run ends, or has lost the one that it had.",
        "The seconds since then; a day for one that lost its data.", Find);

    private static IEnumerable<Finding> Find(RunStory story)
    {
        var rows = new RowsOfState(story.Run).Claims() ?? [];
        foreach (var phase in rows.GroupBy(row => row.Phase))
        {
            var first = phase.FirstOrDefault(row => row.Why.Length > 0) ?? phase.First();
            var (count, name) = (phase.Count(), story.NameOf(first.Cluster, first.Claim));
            var who = count == 1 ? $"Claim {name}" : $"{HumanNumber.Count(count)} claims ({name} is one)";
            var why = first.Why.Length > 0 ? $": {first.Why.TrimEnd('.')}" : "";
            var isLost = phase.Key == "Lost";
            var what = isLost
                ? $"{(count == 1 ? "has" : "have")} lost the volume that held {(count == 1 ? "its" : "their")} data"
                : $"{(count == 1 ? "has" : "have")} no volume at the end";
            var cost = isLost
                ? FindingCost.OfData(1, 0, count)
                : FindingCost.OfReplicas(phase.Sum(row => story.End.TotalSeconds - row.Since));
            yield return new Finding(Kind.Name, cost, $"{who} {what}{why}.", first.Claim);
        }
    }
}
