using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Pods that failed: their containers did, or their kubelet refused them for another reason than memory.</summary>
internal sealed class PodsFailed(RunStory story)
{
    private const int NamedMax = 5;

    public static FindingKind Kind { get; } = new(
        "pods-failed", "Pods failed: their containers did, or their kubelet refused them for another reason than "
            + "memory.", "30 for each pod.", story => new PodsFailed(story).Find());

    private IEnumerable<Finding> Find()
    {
        var all = story.Run.Clusters.SelectMany(cluster => cluster.Mishaps.Failed.Select(mishaps => (cluster.Name, Mishaps: mishaps)))
            .OrderByDescending(entry => entry.Mishaps.Count)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .ThenBy(entry => entry.Mishaps.Subject, StringComparer.Ordinal)
                .ToList();
        foreach (var (cluster, mishaps) in all.Take(NamedMax))
        {
            yield return new Finding(Kind.Name, FindingCost.Nuisance * mishaps.Count, Sentence(cluster, mishaps), mishaps.Subject);
        }
        if (all.Skip(NamedMax).Sum(entry => entry.Mishaps.Count) is > 0 and var rest)
        {
            yield return new Finding(
                Kind.Name, FindingCost.Nuisance * rest, $"{HumanNumber.Count(rest, "pod", "pods")} of other workloads failed.",
                all[NamedMax].Mishaps.Subject);
        }
    }

    private string Sentence(string cluster, PodMishaps mishaps)
    {
        var name = story.NameOf(cluster, mishaps.Subject);
        var why = mishaps.Why.Length > 0 ? $" ({mishaps.Why})" : "";
        return mishaps.IsWorkload
            ? $"{HumanNumber.Count(mishaps.Count, "pod", "pods")} of {name} failed{why}, the last at "
                + $"{HumanTime.Clock(mishaps.Last.TotalSeconds)}."
            : $"Pod {name} failed at {HumanTime.Clock(mishaps.Last.TotalSeconds)}{why}.";
    }
}
