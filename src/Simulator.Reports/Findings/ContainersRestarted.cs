using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Containers that ended though nobody asked them to, or were killed, and started again.</summary>
internal sealed class ContainersRestarted(RunStory story)
{
    private const int NamedMax = 5;

    public static FindingKind Kind { get; } = new(
        "containers-restarted", "Containers crashed or were killed, and were started again; not those that a node's full memory "
            + "cost.", "30 for each restart.", story => new ContainersRestarted(story).Find());

    private IEnumerable<Finding> Find()
    {
        var all = story.Run.Clusters.SelectMany(cluster => cluster.Mishaps.Restarted.Select(mishaps => (cluster.Name, Mishaps: mishaps)))
            .OrderByDescending(entry => entry.Mishaps.Count)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .ThenBy(entry => entry.Mishaps.Subject, StringComparer.Ordinal)
                .ToList();
        foreach (var (cluster, mishaps) in all.Take(NamedMax))
        {
            var why = mishaps.Why.Length > 0 ? $" ({mishaps.Why})" : "";
            var where = mishaps.IsWorkload ? $" in {HumanNumber.Count(mishaps.Pods, "pod", "pods")}" : "";
            yield return new Finding(
                Kind.Name, FindingCost.Nuisance * mishaps.Count,
                $"Containers of {story.NameOf(cluster, mishaps.Subject)} were started again "
                    + $"{HumanNumber.Count(mishaps.Count, "time", "times")}{where}{why}, the last at "
                    + $"{HumanTime.Clock(mishaps.Last.TotalSeconds)}.",
                mishaps.Subject);
        }

        if (all.Skip(NamedMax).Sum(entry => entry.Mishaps.Count) is > 0 and var rest)
        {
            yield return new Finding(
                Kind.Name, FindingCost.Nuisance * rest,
                $"Containers of other workloads were started again {HumanNumber.Count(rest, "time", "times")}.",
                all[NamedMax].Mishaps.Subject);
        }
    }
}
