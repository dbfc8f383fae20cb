using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Volumes that a class makes: disks of the cloud, by its old plug-in or by its driver (external-provisioner).</summary>
public static class ClassProvisioner
{
    /// <summary>Null if the cloud makes the disks of the class; otherwise why nobody does.</summary>
    /// <param name="cloud">Null = no cloud provider.</param>
    public static string? Problem(StorageClass storage, DiskProvisioner? cloud) =>
        cloud is not null && (storage.Provisioner == cloud.Name || storage.Provisioner == DriverOf(cloud))
            ? null
            : $"waiting for a volume to be created by external provisioner \"{storage.Provisioner}\", which nobody simulates"
                + (cloud is null ? " (cloud-provider is false)" : "");

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

    private static string DriverOf(DiskProvisioner cloud) => cloud == DiskProvisioner.Gce ? CsiDrivers.Gce : CsiDrivers.Aws;

    private static NodeSelector In(string zone) =>
        new([new NodeSelectorTerm([new SelectorRequirement(WellKnownLabels.TopologyZone, "In", [zone])])]);
}
