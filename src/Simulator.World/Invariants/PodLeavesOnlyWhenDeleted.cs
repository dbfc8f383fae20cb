using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// pkg/registry/pod/strategy.go and the node controller of 1.3.10: the only ways in which a pod's object goes without a mark.
/// </summary>
internal sealed class PodLeavesOnlyWhenDeleted(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(PodLeavesOnlyWhenDeleted);

    private readonly HashSet<string> _uids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forced = new(StringComparer.Ordinal);

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.ForcedDeletion) _forced.Add(observation.Subject);
    }

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit.Object is not Pod pod) return;
        if (commit.Previous is null) _uids.Add(pod.Metadata.Uid);
        else if (commit.Type == WatchEventType.Deleted) OnRemoved(pod);
    }

    private void OnRemoved(Pod pod)
    {
        if (!_uids.Remove(pod.Metadata.Uid)) cluster.Break(Name, $"pod {pod.Key} was removed but never created");
        else if (!MayGo(pod)) cluster.Break(Name, $"pod {pod.Key} was removed from {pod.NodeName} without having been marked for deletion");
    }

    private bool MayGo(Pod pod) =>
        pod.Metadata.IsBeingDeleted || !pod.IsAssigned || pod.IsFinished
        || pod.Spec.TerminationGracePeriod == TimeSpan.Zero || _forced.Contains(pod.Key.ToString())
        || cluster.Store.Find("Node", new ObjectKey("", pod.NodeName)) is null
        || cluster.Machine(pod.NodeName) is null or { IsGone: true };
}
