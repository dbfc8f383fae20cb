using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>Names for disks that volumes name inline: volumes that may conflict have the same.</summary>
public static class DiskNames
{
    /// <summary>Null if the volume is of a kind that never conflicts.</summary>
    public static string? Of(Volume volume) => volume switch
    {
        { GcePersistentDisk: { } disk } => $"gce {disk.PdName}",
        { AwsElasticBlockStore: { } disk } => $"ebs {disk.VolumeId}",
        { Rbd: { } disk } => $"rbd {disk.Pool}/{disk.Image}",
        _ => null,
    };
}
