using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Disks of one cloud as sources of volumes.</summary>
/// <param name="Name">Of the volume plug-in: kubernetes.io/gce-pd.</param>
public sealed record DiskProvisioner(string Name)
{
    private const long Gibibyte = 1L << 30;

    public static readonly DiskProvisioner Gce = new("kubernetes.io/gce-pd");

    public static readonly DiskProvisioner Aws = new("kubernetes.io/aws-ebs");

    /// <summary>The disk of a volume, whichever cloud's it is; null if it has none.</summary>
    public static string? DiskOf(PersistentVolume volume) =>
        volume.GcePersistentDisk?.PdName ?? volume.AwsElasticBlockStore?.VolumeId ?? CsiDrivers.DiskOf(volume.Csi);

    /// <summary>The disk that is made for a claim.</summary>
    public static string DiskFor(PersistentVolumeClaim claim) => $"kubernetes-dynamic-pvc-{claim.Metadata.Uid}";

    /// <summary>The volume that is made for a claim.</summary>
    public static string VolumeFor(PersistentVolumeClaim claim) => $"pvc-{claim.Metadata.Uid}";

    /// <summary>Clouds sell whole GiB.</summary>
    public static long BytesFor(PersistentVolumeClaim claim)
    {
        var wanted = claim.Requests.Value(ResourceNames.Storage);
        return Math.Min((wanted / Gibibyte) + (wanted % Gibibyte > 0 ? 1 : 0), long.MaxValue / Gibibyte) * Gibibyte;
    }

    /// <summary>The disk of a volume if this cloud can delete it.</summary>
    internal string? Deletable(PersistentVolume volume) =>
        (this == Gce ? volume.GcePersistentDisk is null : volume.AwsElasticBlockStore is null) && CsiDrivers.DiskOf(volume.Csi) is null
            ? null
            : DiskOf(volume);

    /// <summary>The volume over a new disk, bound to its claim from the start (provisionClaimOperation of 1.3.10).</summary>
    /// <param name="zone">Of the disk; "" = it can be attached anywhere.</param>
    /// <param name="region">"" = none is told.</param>
    public PersistentVolume Volume(PersistentVolumeClaim claim, string zone, string region)
    {
        var disk = DiskFor(claim);
        return new PersistentVolume
        {
            Metadata = new ObjectMeta
            {
                Name = VolumeFor(claim),
                Labels = LabelSet.Of(Place(zone, region)),
                Annotations = LabelSet.Of((WellKnownAnnotations.BoundByController, "yes"), (WellKnownAnnotations.ProvisionedBy, Name)),
            },
            Capacity = ResourceList.Of((ResourceNames.Storage, Quantity.FromUnits(BytesFor(claim)))),
            AccessModes = claim.AccessModes,
            ClaimRef = VolumeBinding.ReferenceTo(claim),
            ReclaimPolicy = ReclaimPolicies.Delete,
            GcePersistentDisk = this == Gce ? new GcePersistentDisk(disk, ReadOnly: false) : null,
            AwsElasticBlockStore = this == Gce ? null : new AwsElasticBlockStore(disk, ReadOnly: false),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Place(string zone, string region)
    {
        if (zone.Length > 0) yield return KeyValuePair.Create(WellKnownLabels.Zone, zone);
        if (region.Length > 0) yield return KeyValuePair.Create(WellKnownLabels.Region, region);
    }
}
