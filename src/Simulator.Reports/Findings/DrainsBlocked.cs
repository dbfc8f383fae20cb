using Simulator.Reports.Statistics;
using Simulator.World.Views;

namespace Simulator.Reports.Findings;

/// <summary>Nodes that are being emptied when the run ends, and are not, because disruption budgets refuse.</summary>
internal sealed class DrainsBlocked(RunStory story)
{
    private const int NamedMax = 3;

    public static FindingKind Kind { get; } = new(
        "drain-blocked",
        "A drain or a maintenance is not done when the run ends, because disruption budgets refuse the evictions of pods.",
        "The pods that are to go, times the seconds since the first refusal.",
        story => new DrainsBlocked(story).Find());

    private IEnumerable<Finding> Find()
    {
        var nodes = story.Ending.Clusters.SelectMany(cluster => cluster.RefusedEvictions.GroupBy(refused => refused.Node)
            .Select(pods => (cluster.Cluster, Node: pods.Key, Pods: pods.ToList()))).ToList();
        foreach (var (cluster, node, pods) in nodes.Take(NamedMax))
        {
            yield return new Finding(Kind.Name, CostOf(pods), Sentence(cluster, node, pods), node);
        }
        if (nodes.Count > NamedMax)
        {
            var rest = nodes.Skip(NamedMax).ToList();
            yield return new Finding(
                Kind.Name, rest.Sum(entry => CostOf(entry.Pods)),
                $"Disruption budgets hold up the drains of {HumanNumber.Count(rest.Count, "more node", "more nodes")} at the end.",
                rest[0].Node);
        }
    }

    private double CostOf(List<RefusedEviction> pods) => pods.Sum(pod => (story.End - pod.Since).TotalSeconds);

    private string Sentence(string cluster, string node, List<RefusedEviction> pods)
    {
        var whys = pods.GroupBy(pod => pod.Why)
            .OrderByDescending(why => why.Count())
            .ThenBy(why => why.Key, StringComparer.Ordinal)
            .ToList();
        var others = whys.Count == 1 ? "" : $" ({HumanNumber.Count(whys.Count - 1, "other reason", "other reasons")} of other pods)";
        return $"The drain of {story.NameOf(cluster, node)} is not done at the end: since "
            + $"{HumanTime.Clock(pods.Min(pod => pod.Since).TotalSeconds)} the evictions of {HumanNumber.Count(pods.Count, "pod", "pods")} "
            + $"are refused: {whys[0].Key}{others}.";
    }
}
