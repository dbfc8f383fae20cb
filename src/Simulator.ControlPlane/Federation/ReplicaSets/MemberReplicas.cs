using Simulator.Api;

namespace Simulator.ControlPlane.Federation.ReplicaSets;

/// <summary>What 1.4's informers show of one ready cluster: its ReplicaSets and all its pods.</summary>
internal sealed class MemberReplicas
{
    /// <summary>
    /// Pods that nobody could place for so long make the capacity known (UnschedulableThreshold in pod_helper.go of 1.4.0).
    /// </summary>
    private static readonly TimeSpan UnschedulableThreshold = TimeSpan.FromSeconds(60);

    private readonly Dictionary<ObjectKey, ReplicaSet> _sets = [];
    private readonly Dictionary<ObjectKey, Pod> _pods = [];

    /// <summary>All that was there has been shown once.</summary>
    public bool IsListed { get; set; }

    public ReplicaSet? Find(ObjectKey key) => _sets.GetValueOrDefault(key);

    public void See(ApiObject value, bool isGone)
    {
        if (value is Pod pod) Keep(_pods, pod, isGone);
        else if (value is ReplicaSet set) Keep(_sets, set, isGone);
    }

    /// <summary>
    /// Pods that a set's selector matches, in whatever namespace: those that run and have a Ready condition, be it False; and those that
    /// have been unschedulable for long.
    /// </summary>
    public (long Running, long Unschedulable) Count(SelectorMatcher selector, Instant now)
    {
        var (running, unschedulable) = (0L, 0L);
        foreach (var pod in _pods.Values)
        {
            if (!selector.Matches(pod.Metadata.Labels)) continue;
            if (pod.Status.Phase == PodPhase.Running) running += pod.Status.Ready is null ? 0 : 1;
            else if (IsUnschedulable(pod.Status.Scheduled, now)) unschedulable++;
        }

        return (running, unschedulable);
    }

    private static bool IsUnschedulable(Condition? scheduled, Instant now) =>
        scheduled is { Status: ConditionStatus.False, Reason: "Unschedulable" }
        && (scheduled.LastTransitionTime is not { } since || since + UnschedulableThreshold < now);

    private static void Keep<T>(Dictionary<ObjectKey, T> all, T value, bool isGone)
        where T : ApiObject
    {
        if (isGone) all.Remove(value.Key);
        else all[value.Key] = value;
    }
}
