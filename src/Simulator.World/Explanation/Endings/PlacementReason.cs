using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.World.Views;

namespace Simulator.World.Explanation.Endings;

/// <summary>Why a pod has no node: the scheduler's own predicates are asked once more, on the cluster as it is.</summary>
internal sealed class PlacementReason(IClusterView cluster, SchedulerView view) : IPlacementReason
{
    public string HelpFor(Pod pod, int count) => new RoomForMore(cluster, view).For(pod, count);

    public WaitReason Of(Pod pod)
    {
        if (pod.Spec.SchedulerName.Length > 0 && pod.Spec.SchedulerName != cluster.Spec.Scheduler.Settings.SchedulerName)
        {
            return new WaitReason($"no scheduler named {pod.Spec.SchedulerName} runs");
        }
        if (!cluster.Scheduling.IsWorking) return new WaitReason("no scheduler works");
        var decision = view.Explain(pod);
        return decision.Outcome switch
        {
            SchedulingOutcome.Scheduled => new WaitReason("it would fit now", "and waits for its turn"),
            SchedulingOutcome.NoNodes => new WaitReason("no node can be chosen", Left(decision)),
            SchedulingOutcome.Error => new WaitReason(decision.Error),
            _ => Rejected(pod, decision),
        };
    }

    /// <summary>The reason of most nodes; the others are counted.</summary>
    private WaitReason Rejected(Pod pod, DecisionExplanation decision)
    {
        var first = decision.Rejected[0];
        string[] details =
        [
            Detail(pod, first),
            .. decision.Rejected.Skip(1).Select(group => $"{group.Reason} on {group.Count} of {decision.CandidateCount} nodes"),
            .. decision.NotCandidates.Count > 0 ? [Left(decision)] : Array.Empty<string>(),
        ];
        return new WaitReason(Title(pod, first), string.Join("; ", details.Where(detail => detail.Length > 0)));
    }

    private string Title(Pod pod, NodeGroup group) => group.Reason == "MatchNodeSelector" && pod.Spec.NodeSelector.Count > 0
        ? SelectorReason.Of(pod.Spec.NodeSelector, [.. view.State.Cache.Nodes.Select(node => node.Labels)])
        : group.Reason;

    private static string Detail(Pod pod, NodeGroup group) => group.Reason switch
    {
        "MatchNodeSelector" when pod.Spec.NodeSelector.Count > 0 => "",
        "Insufficient CPU" or "Insufficient Memory" or "Insufficient NvidiaGpu" => $"each {group.Detail}",
        _ => group.Detail,
    };

    private static string Left(DecisionExplanation decision) => decision.NodeCount == 0
        ? "there is none"
        : string.Join(
            ", ",
            decision.NotCandidates.Select(
                group => $"{group.Count} {(group.Count == 1 ? "node is" : "nodes are")} left out ({group.Reason})"));
}
