using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Storage;

namespace Simulator.ControlPlane.Scheduling.Framework.Filter;

/// <summary>Which in-tree disks of one kind a pod has, directly or through claims (nodevolumelimits/non_csi.go of 1.20).</summary>
/// <param name="Provisioner">Whose unbound claims count, each as a disk of its own.</param>
/// <param name="OfVolume">Name of the disk; null for another kind.</param>
public sealed record AttachedVolumes(
    string Provisioner, Func<Volume, string?> OfVolume, Func<PersistentVolume, string?> OfPersistentVolume)
{
    /// <summary>False if a claim has no name.</summary>
    public bool TryCollect(Pod pod, ClusterObjects objects, HashSet<string> disks)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (OfVolume(volume) is { } disk) disks.Add(disk);
            else if (volume.ClaimName is { Length: 0 }) return false;
            else if (volume.ClaimName is { } name && OfClaim(pod.Namespace, name, objects) is { } claimed) disks.Add(claimed);
        }

        return true;
    }

    private string? OfClaim(string inNamespace, string name, ClusterObjects objects)
    {
        if (objects.Find<PersistentVolumeClaim>(name, inNamespace) is not { } claim) return null;
        if (claim.VolumeName.Length > 0 && objects.Find<PersistentVolume>(claim.VolumeName) is { } volume)
        {
            return OfPersistentVolume(volume);
        }
        var isOurs = claim.StorageClassName is { } storage && objects.Find<StorageClass>(storage)?.Provisioner == Provisioner;
        return isOurs ? $"\0claim {inNamespace}/{name}" : null;
    }
}
