using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;

namespace Simulator.World.Nodes.Runs;

/// <summary>
/// What of a pod's volumes takes time to mount: disks and shares. Its containers start when all are mounted; they stay until the kubelet
/// forgets the pod.
/// </summary>
internal sealed class PodVolumes(IReadOnlyList<VolumeMount> mounts)
{
    private static readonly PodVolumes None = new([]);

    public IReadOnlyList<VolumeMount> Mounts => mounts;

    /// <summary>When the kubelet began to mount them.</summary>
    public TimeSpan? BegunAt { get; set; }

    public bool AreMounted
    {
        get
        {
            foreach (var mount in mounts)
            {
                if (!mount.IsMounted) return false;
            }

            return true;
        }
    }

    /// <summary>Null if nobody can tell yet: a claim is not bound.</summary>
    /// <param name="find">Looks an object up by kind and key.</param>
    public static PodVolumes? Of(Pod pod, Func<string, ObjectKey, ApiObject?> find)
    {
        if (!NeedsMounts(pod)) return None;
        if (VolumesOfPod.UnboundClaim(pod, find) is not null) return null;
        List<VolumeMount> mounts = [.. VolumesOfPod.Attachable(pod,
            find).DistinctBy(static disk => disk.Name).Select(static disk => new VolumeMount(disk))];
        foreach (var volume in pod.Spec.Volumes)
        {
            if ((volume.Nfs ?? VolumesOfPod.Behind(pod, volume, find)?.Nfs) is not null) mounts.Add(new VolumeMount(null));
        }

        return mounts.Count == 0 ? None : new PodVolumes(mounts);
    }

    private static bool NeedsMounts(Pod pod) =>
        AttachableVolume.MayBeUsedBy(pod) || pod.Spec.Volumes.Any(static volume => volume.Nfs is not null);
}
