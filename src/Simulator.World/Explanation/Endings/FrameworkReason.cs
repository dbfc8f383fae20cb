using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.World.Views;

namespace Simulator.World.Explanation.Endings;

/// <summary>As <see cref="PlacementReason"/>, by the filters of the scheduling framework.</summary>
/// <param name="scheduler">A scheduler that has just started and sees the cluster as it is.</param>
internal sealed class FrameworkReason(IClusterView cluster, IPodScheduler scheduler) : IPlacementReason
{
    private readonly IReadOnlyList<SpareNode> _spares = SpareNodes.Of(cluster.Spec);

    public WaitReason Of(Pod pod)
    {
        if (!scheduler.Serves(pod)) return new WaitReason($"no scheduler named {pod.Spec.SchedulerName} runs");
        if (!cluster.Scheduling.IsWorking) return new WaitReason("no scheduler works");
        var decision = scheduler.Explain(pod, []);
        return decision.Outcome switch
        {
            SchedulingOutcome.Scheduled => Fitting(pod),
            SchedulingOutcome.NoNodes => new WaitReason("no node can be chosen", "there is none"),
            SchedulingOutcome.Error => new WaitReason(decision.Error),
            _ => Rejected(decision),
        };
    }

    /// <summary>A node is found for it, and it is not bound before its claims have their volumes (PreBind).</summary>
    private WaitReason Fitting(Pod pod) => VolumesOfPod.UnboundClaim(pod, cluster.Store.Find) is { } claim
        ? new WaitReason($"claim {claim} has no volume")
        : new WaitReason("it would fit now", "and waits for its turn");

    /// <summary>One node more: what many of them would take is not looked at.</summary>
    public string HelpFor(Pod pod, int count) =>
        scheduler.Explain(pod, _spares).Remedies.FirstOrDefault(one => one.StartsWith("1 more ", StringComparison.Ordinal)) is { } more
            ? $"one would fit with {more}"
            : "";

    /// <summary>The reason of most nodes; the others are counted.</summary>
    private static WaitReason Rejected(DecisionExplanation decision)
    {
        var first = decision.Rejected[0];
        string[] details =
        [
            first.Reason.StartsWith("Insufficient ", StringComparison.Ordinal) ? $"each {first.Detail}" : first.Detail,
            .. decision.Rejected.Skip(1).Select(group => $"{group.Reason} on {group.Count} of {decision.NodeCount} nodes"),
        ];
        return new WaitReason(first.Reason, string.Join("; ", details.Where(detail => detail.Length > 0)));
    }
}
