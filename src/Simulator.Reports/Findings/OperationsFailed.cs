using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Commands of users that failed.</summary>
internal static class OperationsFailed
{
    private const int NamedMax = 5;

    public static FindingKind Kind { get; } = new("operations-failed", "A user's command failed.", "30 each.", Find);

    private static IEnumerable<Finding> Find(RunStory story)
    {
        var all = story.Run.Clusters.SelectMany(cluster => cluster.Mishaps.Operations)
            .OrderBy(fact => fact.At)
            .ThenBy(fact => fact.Subject, StringComparer.Ordinal)
            .ToList();
        foreach (var fact in all.Take(NamedMax))
        {
            yield return new Finding(
                Kind.Name, FindingCost.Nuisance,
                $"The command to {Shortened(fact.Subject)} at {HumanTime.Clock(fact.At.TotalSeconds)} failed: {fact.Other.TrimEnd('.')}.",
                fact.Subject);
        }
        if (all.Count > NamedMax)
        {
            yield return new Finding(
                Kind.Name, FindingCost.Nuisance * (all.Count - NamedMax),
                $"{HumanNumber.Count(all.Count - NamedMax, "more command", "more commands")} failed.", all[NamedMax].Subject);
        }
    }

    private static string Shortened(string title) => title.Replace(" default/", " ", StringComparison.Ordinal);
}
