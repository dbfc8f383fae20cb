using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.World.Explanation;

namespace Simulator.Reports.Findings;

/// <summary>Zones whose lost nodes keep their pods for good, because an entry in the queue of their taints cannot be removed.</summary>
internal sealed class EvictionsBlocked(RunStory story)
{
    public static FindingKind Kind { get; } = new(
        "evictions-blocked",
        "A zone's taint queue is blocked when the run ends, by a defect of its version (`taint-queue: fixed` mends it).",
        "Twice the replica-seconds that pods wait on nodes which are never tainted, since they could have been evicted; 30 if none does.",
        story => new EvictionsBlocked(story).Find());

    private IEnumerable<Finding> Find() => story.Run.Clusters.SelectMany(cluster => cluster.TaintQueues.Blocked.Select(
        queue => Of(cluster, queue)));

    private Finding Of(ClusterFold cluster, BlockedQueue queue)
    {
        var waiting = cluster.Nodes.Where(node => IsWaiting(node, queue)).ToList();
        var pods = waiting.Sum(node => node.Pods);
        var cost = FindingCost.OfMissing(waiting.Sum(node => node.Pods * WaitedSeconds(cluster, node)));
        var told = $"{(story.Run.Clusters.Count > 1 ? $"{cluster.Name}: " : "")}{queue.Sentence}";
        return new Finding(
            Kind.Name, Math.Max(cost, FindingCost.Nuisance), $"{char.ToUpperInvariant(told[0])}{told[1..]}: {Consequence(waiting, pods)}.",
            queue.Zone);
    }

    private static string Consequence(List<NodeLife> waiting, int pods)
    {
        if (pods == 0) return "a node that is lost there now keeps its pods for good";
        var where = waiting.Count == 1 ? $"{waiting[0].Name}, which is lost," : $"{HumanNumber.Count(waiting.Count)} nodes that are lost";
        return $"{HumanNumber.Count(pods, "pod", "pods")} on {where} will not be evicted";
    }

    private static bool IsWaiting(NodeLife node, BlockedQueue queue) => node is { ApiReady: false, RemovedAt: null, Pods: > 0 }
        && node.Zone.Name == queue.Zone
        && !(node.TaintedAt >= node.UnreadySince);

    private double WaitedSeconds(ClusterFold cluster, NodeLife node)
    {
        var spec = story.Run.Scenario.Clusters.FirstOrDefault(spec => spec.Name == cluster.Name);
        var delay = spec is null ? TimeSpan.Zero : spec.Version.Evictions.DelayOf(spec.ControllerManager);
        return Math.Max(0, (story.End - node.UnreadySince - delay).TotalSeconds);
    }
}
