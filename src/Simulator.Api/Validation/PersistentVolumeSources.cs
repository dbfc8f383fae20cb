namespace Simulator.Api.Validation;

/// <summary>
/// The sources of persistent volumes, in the order in which 1.3.10 looks for them (ValidatePersistentVolume in
/// pkg/api/validation/validation.go).
/// </summary>
internal static class PersistentVolumeSources
{
    public static IReadOnlyList<VolumeSourceRule> All { get; } =
    [
        VolumeSources.HostPath,
        VolumeSources.GcePersistentDisk,
        VolumeSources.AwsElasticBlockStore,
        VolumeSources.Glusterfs,
        VolumeSources.Flocker,
        VolumeSources.Nfs,
        VolumeSources.Rbd,
        VolumeSources.CephFS,
        VolumeSources.Iscsi,
        VolumeSources.Cinder,
        VolumeSources.FibreChannel,
        VolumeSources.FlexVolume with { SecondName = "" },
        VolumeSources.AzureFile,
        VolumeSources.VsphereVolume,
    ];
}
