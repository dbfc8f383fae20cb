using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;

namespace Simulator.World.Invariants;

/// <summary>
/// Where pods are evicted by taints nobody removes the object of a pod whose kubelet does not answer. Not claimed of a machine that has
/// been silent for some seconds only: what its kubelet has asked for may still be on its way.
/// </summary>
internal sealed class LostPodsStay(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(LostPodsStay);

    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, TimeSpan> _downSince = new(StringComparer.Ordinal);
    private readonly HashSet<string> _forced = new(StringComparer.Ordinal);

    public void Observe(in Observation observation)
    {
        if (observation.Kind == ObservationKind.ForcedDeletion) _forced.Add(observation.Subject);
        else if (observation.Kind == ObservationKind.NodeWentDown) _downSince.TryAdd(observation.Subject, observation.At);
        else if (observation.Kind == ObservationKind.NodeCameBack) _downSince.Remove(observation.Subject);
    }

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit is not { Type: WatchEventType.Deleted, Object: Pod { IsAssigned: true, IsFinished: false } pod }) return;
        if (!_downSince.TryGetValue(pod.NodeName, out var since) || cluster.Now - since < OnItsWay || MayGo(pod)) return;
        cluster.Break(Name, $"pod {pod.Key} was removed from {pod.NodeName}, which is down since {since:c}");
    }

    private bool MayGo(Pod pod) =>
        pod.Spec.TerminationGracePeriod == TimeSpan.Zero || pod.Metadata.DeletionGracePeriodSeconds == 0
        || _forced.Contains(pod.Key.ToString())
        || cluster.Store.Find("Node", new ObjectKey("", pod.NodeName)) is null
        || cluster.Machine(pod.NodeName) is null or { IsGone: true } or { IsBeating: true };
}
