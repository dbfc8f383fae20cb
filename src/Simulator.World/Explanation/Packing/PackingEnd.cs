using System.Globalization;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling;
using Simulator.ControlPlane.Scheduling.Algorithm;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.World.Observations;

namespace Simulator.World.Explanation.Packing;

/// <summary>Why a pod found no place.</summary>
/// <param name="Workload">"namespace/name" of its workload, or the pod itself.</param>
/// <param name="Reason">What most nodes have against it, in a few words: "Insufficient CPU".</param>
/// <param name="Detail">The numbers behind it; "" if there are none.</param>
/// <param name="Nodes">All that nodes have against it, most nodes first; none if no node was asked.</param>
public sealed record PackingEnd(string Workload, string Reason, string Detail, IReadOnlyList<RejectedNodes> Nodes)
{
    /// <summary>Not the scheduler refuses it, but the API server.</summary>
    internal static PackingEnd Refused(ApiObject value, string reason) =>
        new(value is Pod pod ? TitleOf(pod) : $"{value.Kind} {value.Key}", "refused by the API server", reason, []);

    internal static PackingEnd Of(Pod pod, IPodScheduler scheduler)
    {
        if (!scheduler.Serves(pod)) return Unserved(pod);
        var decision = scheduler.Explain(pod, []);
        IReadOnlyList<RejectedNodes> nodes =
            [.. decision.Rejected.Select(group => new RejectedNodes(group.Reason, group.Detail, group.Count, group.Zones))];
        return decision.Outcome switch
        {
            SchedulingOutcome.Error => new PackingEnd(TitleOf(pod), decision.Error, "", nodes),
            SchedulingOutcome.NoNodes => new PackingEnd(TitleOf(pod), "no node can be chosen", Left(decision), []),
            _ when decision.FitCount > 0 => Unserved(pod),
            _ => new PackingEnd(TitleOf(pod), nodes[0].Reason, nodes[0].Detail, nodes),
        };
    }

    private static PackingEnd Unserved(Pod pod) => new(TitleOf(pod), $"no scheduler named {pod.Spec.SchedulerName} runs", "", []);

    private static string TitleOf(Pod pod) => WorkloadFacts.OwnerOf(pod) is { Length: > 0 } owner ? owner : pod.Key.ToString();

    private static string Left(DecisionExplanation decision) => decision.NodeCount == 0
        ? "there is none"
        : string.Join(
            ", ",
            decision.NotCandidates.Select(group => string.Create(
                CultureInfo.InvariantCulture, $"{group.Count} left out ({group.Reason})")));
}

/// <param name="Zones">In name order.</param>
public sealed record RejectedNodes(string Reason, string Detail, int Count, IReadOnlyList<string> Zones);
