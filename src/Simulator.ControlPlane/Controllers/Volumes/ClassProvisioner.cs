using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Volumes that a class makes: disks of the cloud, by its old plug-in or by its driver (external-provisioner).</summary>
public static class ClassProvisioner
{
    /// <summary>Reason of the event of a claim whose volume could not be made.</summary>
    public const string Failure = "ProvisioningFailed";

    private const string OwnPrefix = "kubernetes.io/";

    private static readonly DiskProvisioner[] Clouds = [DiskProvisioner.Gce, DiskProvisioner.Aws];

    /// <summary>
    /// Null if the cloud makes the disks of the class; otherwise what 1.20.2 says of its claims (pv_controller.go; getCloudProvider in
    /// pkg/volume/gcepd and pkg/volume/awsebs).
    /// </summary>
    /// <param name="cloud">Null = no cloud provider.</param>
    public static string? Problem(StorageClass storage, DiskProvisioner? cloud)
    {
        if (cloud is not null && IsOf(storage, cloud)) return null;
        var found = cloud is null ? "<nil>" : "another cloud's";
        return storage.Provisioner switch
        {
            var name when name == DiskProvisioner.Gce.Name => Failed(storage, $"failed to get GCE GCECloudProvider with error {found}"),
            var name when name == DiskProvisioner.Aws.Name =>
                Failed(storage, $"failed to get AWS Cloud Provider. GetCloudProvider returned {found} instead"),
            var name when name.StartsWith(OwnPrefix, StringComparison.Ordinal) => $"no volume plugin matched name: {name}",
            var name => $"waiting for a volume to be created, either by external provisioner \"{name}\" or manually created by system "
                + "administrator",
        };
    }

    /// <summary>Of the event that tells it.</summary>
    public static string ReasonOf(StorageClass storage) =>
        storage.Provisioner.StartsWith(OwnPrefix, StringComparison.Ordinal) ? Failure : "ExternalProvisioning";

    /// <summary>The cloud whose disks the volumes of a class are; null: of none that is simulated.</summary>
    public static DiskProvisioner? CloudOf(StorageClass storage) => Array.Find(Clouds, cloud => IsOf(storage, cloud));

    /// <summary>In which of the zones its volumes may lie.</summary>
    /// <param name="zones">In which there are nodes, sorted.</param>
    public static IReadOnlyList<string> ZonesOf(StorageClass storage, IReadOnlyList<string> zones)
    {
        if (storage.AllowedTopologies.Count == 0) return zones;
        var allowed = storage.AllowedTopologies.SelectMany(term => term.MatchLabelExpressions)
            .Where(label => label.Key is WellKnownLabels.Zone or WellKnownLabels.TopologyZone)
            .SelectMany(label => label.Values).ToHashSet(StringComparer.Ordinal);
        return allowed.Count == 0 ? zones : [.. zones.Where(allowed.Contains)];
    }

    /// <summary>A volume over a new disk: one of a driver says by an affinity where it is, one of a plug-in by labels as well.</summary>
    public static PersistentVolume Volume(
        PersistentVolumeClaim claim, StorageClass storage, DiskProvisioner cloud, string zone, string region)
    {
        var old = cloud.Volume(claim, zone, region);
        var volume = old with
        {
            Metadata = old.Metadata with
            {
                Annotations = old.Metadata.Annotations.With(WellKnownAnnotations.ProvisionedBy, storage.Provisioner),
            },
            StorageClassName = storage.Name,
            ReclaimPolicy = storage.ReclaimPolicy.Length > 0 ? storage.ReclaimPolicy : ReclaimPolicies.Delete,
            VolumeMode = claim.VolumeMode,
            NodeAffinity = zone.Length > 0 ? In(zone) : null,
        };
        return storage.Provisioner == cloud.Name
            ? volume
            : volume with
            {
                Metadata = volume.Metadata with { Labels = LabelSet.Empty },
                GcePersistentDisk = null,
                AwsElasticBlockStore = null,
                OtherSource = "csi",
                Csi = new CsiVolume(storage.Provisioner, DiskProvisioner.DiskFor(claim)),
            };
    }

    private static bool IsOf(StorageClass storage, DiskProvisioner cloud) =>
        storage.Provisioner == cloud.Name || storage.Provisioner == DriverOf(cloud);

    private static string Failed(StorageClass storage, string why) =>
        $"Failed to provision volume with StorageClass \"{storage.Name}\": {why}";

    private static string DriverOf(DiskProvisioner cloud) => cloud == DiskProvisioner.Gce ? CsiDrivers.Gce : CsiDrivers.Aws;

    private static NodeSelector In(string zone) =>
        new([new NodeSelectorTerm([new SelectorRequirement(WellKnownLabels.TopologyZone, "In", [zone])])]);
}
