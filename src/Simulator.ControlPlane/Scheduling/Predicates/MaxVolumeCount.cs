using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>At most so many distinct disks of one kind on a node (predicates.go, MaxPDVolumeCountChecker).</summary>
/// <param name="limit">Disks a node can attach.</param>
/// <param name="inlineId">The disk that a volume names itself; null if it is of another kind.</param>
/// <param name="persistentId">The disk behind a persistent volume; null if it is of another kind.</param>
public sealed class MaxVolumeCount(int limit, Func<Volume, string?> inlineId, Func<PersistentVolume, string?> persistentId) : IPredicate
{
    public static MaxVolumeCount OfEbs(SchedulerSettings settings) =>
        new(settings.MaxEbsVolumes, volume => volume.AwsElasticBlockStore?.VolumeId, volume => volume.AwsElasticBlockStore?.VolumeId);

    public static MaxVolumeCount OfGcePd(SchedulerSettings settings) =>
        new(settings.MaxGcePdVolumes, volume => volume.GcePersistentDisk?.PdName, volume => volume.GcePersistentDisk?.PdName);

    public bool CanReject(Pod pod) => pod.Spec.Volumes.Count > 0;

    public bool IsNodeLocal(Pod pod) => pod.Spec.Volumes.Count == 0;

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        if (pod.Spec.Volumes.Count == 0) return Verdict.Fits;
        var disks = new HashSet<string>(StringComparer.Ordinal);
        if (Collect(pod, state, disks) is { } error) return Verdict.Fails(error);
        if (disks.Count == 0) return Verdict.Fits;
        foreach (var existing in node.Pods)
        {
            if (Collect(existing.Pod, state, disks) is { } existingError) return Verdict.Fails(existingError);
        }

        return Verdict.FitsIf(disks.Count <= limit, "MaxVolumeCount");
    }

    /// <summary>Adds the pod's disks; the error if a claim is not bound.</summary>
    private string? Collect(Pod pod, ClusterState state, HashSet<string> disks)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (inlineId(volume) is { } inline) disks.Add(inline);
            if (inlineId(volume) is not null || volume.ClaimName is null) continue;
            if (volume.ClaimName.Length == 0) return "a claim has no name";
            var claim = state.Claim(pod.Namespace, volume.ClaimName);
            if (claim?.VolumeName.Length == 0) return $"claim {volume.ClaimName} is not bound";
            if (claim is null || state.Volume(claim.VolumeName) is not { } persistent)
            {
                // A missing claim or volume counts as one disk of its own, and ends the look at this pod. The space keeps it apart from real names.
                disks.Add($"missing {disks.Count}");
                return null;
            }

            if (persistentId(persistent) is { } id) disks.Add(id);
        }

        return null;
    }
}
