using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>
/// What stands behind a pod's volumes (createVolumeSpec in pkg/controller/volume of 1.3.10, and the same in the kubelet).
/// </summary>
public static class VolumesOfPod
{
    /// <summary>The disks that can be told now, in the order of the pod's volumes.</summary>
    /// <param name="find">Looks an object up by kind and key.</param>
    public static IEnumerable<AttachableVolume> Attachable(Pod pod, Func<string, ObjectKey, ApiObject?> find)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            var disk = volume.ClaimName is null
                ? AttachableVolume.Of(volume)
                : Behind(pod, volume, find) is { } bound
                ? AttachableVolume.Of(bound)
                : null;
            if (disk is not null) yield return disk;
        }
    }

    /// <summary>The first claim that is not bound, so that nobody can tell what is behind it; null if there is none.</summary>
    /// <param name="find">Looks an object up by kind and key.</param>
    public static string? UnboundClaim(Pod pod, Func<string, ObjectKey, ApiObject?> find)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (volume.ClaimName is { } claim && Behind(pod, volume, find) is null) return claim;
        }

        return null;
    }

    /// <summary>The volume that a pod's claim is bound to; null if it is not a claim, or not bound, or not from both sides.</summary>
    /// <param name="find">Looks an object up by kind and key.</param>
    public static PersistentVolume? Behind(Pod pod, Volume volume, Func<string, ObjectKey, ApiObject?> find)
    {
        if (volume.ClaimName is not { } name
            || find(
                "PersistentVolumeClaim", new ObjectKey(pod.Namespace, name)) is not PersistentVolumeClaim { Phase: ClaimPhase.Bound } claim)
        {
            return null;
        }
        if (find("PersistentVolume", new ObjectKey("", claim.VolumeName)) is not PersistentVolume bound) return null;
        return bound.ClaimRef?.Uid == claim.Metadata.Uid ? bound : null;
    }
}
