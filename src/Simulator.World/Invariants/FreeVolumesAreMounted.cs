using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Hosting;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Invariants;

/// <summary>
/// Judged at the end, if nothing about nodes, claims, volumes and disks has changed for a quarter of an hour: longer than all back-offs,
/// and than the forced detach.
/// </summary>
internal sealed class FreeVolumesAreMounted(CheckedCluster cluster) : IInvariant
{
    public const string Name = nameof(FreeVolumesAreMounted);

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    private readonly Dictionary<string, TimeSpan> _boundAt = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mounted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withoutClaim = new(StringComparer.Ordinal);
    private readonly DiskWhereabouts _disks = new(cluster.Spec);
    private TimeSpan _lastChange;

    public void OnCommitted(in WatchEvent commit)
    {
        if (commit is { Object: PersistentVolumeClaim claim, Type: WatchEventType.Deleted }) Abandon(claim.Key);
        if (commit is not { Object: Pod { IsAssigned: true } pod } || !NeedsVolumes(pod)) return;
        if (commit.Type == WatchEventType.Deleted) _boundAt.Remove(pod.Metadata.Uid);
        else if (!IsFound) _boundAt.TryAdd(pod.Metadata.Uid, cluster.Now);
    }

    public void Observe(in Observation observation)
    {
        switch (observation.Kind)
        {
            case ObservationKind.DiskCreated or ObservationKind.DiskDeleted or ObservationKind.DiskAttached or ObservationKind.DiskDetached:
                _disks.Observe(observation);
                _lastChange = observation.At;
                break;
            case ObservationKind.ClaimChanged or ObservationKind.VolumeChanged or ObservationKind.OperationDone:
            case ObservationKind.NodeReadyChanged or ObservationKind.NodeConditionChanged or ObservationKind.NodeAdded
                or ObservationKind.NodeRemoved or ObservationKind.NodeWentDown or ObservationKind.NodeCameBack:
                _lastChange = observation.At;
                break;
            case ObservationKind.VolumesMounted when FindPod(observation.Subject) is { } pod
                && pod.NodeName == observation.Other:
                _mounted.Add(pod.Metadata.Uid); break;
            case ObservationKind.RunEnded when observation.At - _lastChange >= Quiet
                && cluster.Troubles.AreNodesWell
                && cluster.Troubles.AreOverFor(Quiet, observation.At):
                foreach (var pod in cluster.Store.List(nameof(Pod)).Cast<Pod>()) Judge(pod);
                break;
        }
    }

    /// <summary>
    /// A kubelet looks up the volumes of a pod once, and waits for those for good (podPreviouslyProcessed in
    /// pkg/kubelet/volumemanager/populator/desired_state_of_world_populator.go of 1.3.10).
    /// </summary>
    private void Abandon(ObjectKey claim)
    {
        foreach (var pod in cluster.Store.List(nameof(Pod)).Cast<Pod>())
        {
            if (pod.Namespace == claim.Namespace && pod.Spec.Volumes.Any(volume => volume.ClaimName == claim.Name))
            {
                _withoutClaim.Add(pod.Metadata.Uid);
            }
        }
    }

    /// <summary>Who waited when a cluster was found may wait for anything, an image perhaps.</summary>
    private bool IsFound => cluster.Now == TimeSpan.Zero && cluster.Spec.Start == ClusterStart.AsFound;

    private void Judge(Pod pod)
    {
        if (!_boundAt.TryGetValue(pod.Metadata.Uid, out var bound) || cluster.Now - bound < Quiet || _mounted.Contains(pod.Metadata.Uid))
        {
            return;
        }
        if (_withoutClaim.Contains(pod.Metadata.Uid)) return;
        if (pod.Status.Phase != PodPhase.Pending || pod.Metadata.DeletionTimestamp is not null || !IsNodeReady(pod.NodeName)) return;
        if (VolumesOfPod.UnboundClaim(pod, cluster.Store.Find) is not null) return;
        var zone = cluster.Machine(pod.NodeName)?.Zone ?? "";
        List<string> disks = [.. VolumesOfPod.Attachable(pod, cluster.Store.Find).Select(static disk => disk.Disk)];
        if ((disks.Count == 0 && !IsOnShare(pod)) || !_disks.CanAllBeAt(pod.NodeName, zone, disks)) return;
        cluster.Break(Name, $"pod {pod.Key} is on {pod.NodeName} since {bound:c} without its volumes, although nothing else has them");
    }

    /// <summary>Settings shown as files may be missing for ever.</summary>
    private static bool NeedsVolumes(Pod pod) =>
        (AttachableVolume.MayBeUsedBy(pod) || pod.Spec.Volumes.Any(static volume => volume.Nfs is not null))
            && pod.Spec.Volumes.All(static volume => volume.Data is null);

    /// <summary>Folders of the node need no mounting, behind a claim either: nobody tells when such a pod has its volumes.</summary>
    private bool IsOnShare(Pod pod) =>
        pod.Spec.Volumes.Any(volume => (volume.Nfs ?? VolumesOfPod.Behind(pod, volume, cluster.Store.Find)?.Nfs) is not null);

    private bool IsNodeReady(string name) =>
        cluster.Store.Find<Node>(nameof(Node), new ObjectKey("", name))?.Status.Conditions.Any(
            static condition => condition is { Type: NodeConditionType.Ready, Status: ConditionStatus.True }) == true;

    private Pod? FindPod(string name) =>
        name.Split('/') is [var space, var own] ? cluster.Store.Find<Pod>(nameof(Pod), new ObjectKey(space, own)) : null;
}
