using Simulator.Api;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Judged at the end, for pods of the default scheduler: nothing waits unseen. Not claimed of a pod that was tried once: if the answer
/// about it or its next look at it fails (etcd is away), 1.3's scheduler abandons it (makeDefaultErrorFunc in
/// plugin/pkg/scheduler/factory/factory.go).
/// </summary>
internal sealed class PendingHasAReason(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(PendingHasAReason);

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);

    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private TimeSpan _lastDecision = TimeSpan.MinValue;

    public void Observe(in Observation observation)
    {
        if (observation.Kind is ObservationKind.PodBound or ObservationKind.PodUnschedulable) _lastDecision = observation.At;
        // A node was found for one whose assumption expires, but the binding came to nothing.
        if (observation.Kind is ObservationKind.PodUnschedulable or ObservationKind.AssumptionExpired) _tried.Add(observation.Subject);
        if (observation.Kind == ObservationKind.PodCreated) _tried.Remove(observation.Subject);
        if (observation.Kind != ObservationKind.RunEnded || !cluster.Troubles.AreOverFor(Quiet, observation.At)) return;

        // A scheduler that still decides may have a queue of minutes before it.
        if (_lastDecision != TimeSpan.MinValue && observation.At - _lastDecision < Quiet / 4) return;
        foreach (var value in cluster.Store.List("Pod")) Judge((Pod)value);
    }

    private void Judge(Pod pod)
    {
        var isWaiting = pod is { IsAssigned: false, IsActive: true, Spec.SchedulerName: "" }
            && pod.Metadata.CreationTimestamp is { } created
            && cluster.Now - created.SinceStart > Quiet;
        if (isWaiting && pod.Status.Scheduled is not { Status: ConditionStatus.False } && !_tried.Contains(pod.Key.ToString()))
        {
            cluster.Break(Name, $"pod {pod.Key} waits since {pod.Metadata.CreationTimestamp!.Value} without ever having been tried");
        }
    }
}
