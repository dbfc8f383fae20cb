using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>A disk of the cloud as a pod uses it: it has to be attached to the pod's node before the kubelet can mount it.</summary>
/// <param name="Name">As node objects list it: kubernetes.io/gce-pd/NAME, kubernetes.io/aws-ebs/NAME or
/// kubernetes.io/csi/DRIVER^NAME.</param>
/// <param name="Disk">As the cloud calls it.</param>
public sealed record AttachableVolume(string Name, string Disk, bool ReadOnly)
{
    private const string Gce = "kubernetes.io/gce-pd/";
    private const string Aws = "kubernetes.io/aws-ebs/";
    private const string Csi = "kubernetes.io/csi/";

    /// <summary>Disk of a volume's name.</summary>
    public static string DiskOf(string name) => name.StartsWith(Csi, StringComparison.Ordinal)
        ? name[(name.IndexOf('^', StringComparison.Ordinal) + 1)..]
        : name[(name.StartsWith(Gce, StringComparison.Ordinal) ? Gce : Aws).Length..];

    /// <summary>Disk of a volume in the cluster; null if it needs none.</summary>
    public static AttachableVolume? Of(PersistentVolume volume) => CsiDrivers.DiskOf(volume.Csi) is { } disk
        ? new AttachableVolume($"{Csi}{volume.Csi!.Driver}^{disk}", disk, ReadOnly: false)
        : Of(volume.GcePersistentDisk, volume.AwsElasticBlockStore);

    /// <summary>Disk that a pod names itself; null if it needs none.</summary>
    public static AttachableVolume? Of(Volume volume) => Of(volume.GcePersistentDisk, volume.AwsElasticBlockStore);

    /// <summary>False for the many pods that have nothing to do with disks; true says maybe.</summary>
    public static bool MayBeUsedBy(Pod pod)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (volume.ClaimName is not null || volume.GcePersistentDisk is not null || volume.AwsElasticBlockStore is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static AttachableVolume? Of(GcePersistentDisk? gce, AwsElasticBlockStore? aws)
    {
        if (gce is not null) return new AttachableVolume(Gce + gce.PdName, gce.PdName, gce.ReadOnly);
        return aws is null ? null : new AttachableVolume(Aws + aws.VolumeId, aws.VolumeId, aws.ReadOnly);
    }
}
