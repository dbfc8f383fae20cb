using Simulator.Api;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.World.ApiServer;
using Simulator.World.Specification;

namespace Simulator.World.Stateful;

/// <summary>
/// Finds out where a pod keeps its data: the volume that the application names, else its first claim, else its first disk or server, else
/// its first volume on the node, else the container itself.
/// </summary>
internal static class DataPlaces
{
    public static DataPlace Of(Pod pod, string node, StateSpec spec, ObjectStore store)
    {
        var volume = VolumeOf(pod.Spec.Volumes, spec.Volume);
        if (volume?.ClaimName is { } claim) return OfClaim(new ObjectKey(pod.Namespace, claim), node, store);
        if (volume is null) return new DataPlace($"container {pod.Metadata.Uid} {node}", DataPlaceKind.Container, node);
        if (volume.HostPath is { } folder) return OfFolder(folder, node);
        if (volume.IsEmptyDir) return OfEmptyDir(pod, node);
        return Named(volume.GcePersistentDisk?.PdName, volume.AwsElasticBlockStore?.VolumeId, volume.Rbd, volume.Nfs)
            ?? new DataPlace($"volume {pod.Key}/{volume.Name}", DataPlaceKind.Volume);
    }

    public static DataPlace OfEmptyDir(Pod pod, string node) => new($"emptyDir {pod.Metadata.Uid} {node}", DataPlaceKind.Pod, node);

    public static string OfDisk(string name) => $"disk {name}";

    /// <param name="node">Who mounts it.</param>
    public static DataPlace OfVolume(PersistentVolume volume, string node) => volume.HostPath is { } folder
        ? OfFolder(folder, node)
        : Named(DiskProvisioner.DiskOf(volume), null, volume.Rbd, volume.Nfs)
            ?? new DataPlace($"volume {volume.Name}", DataPlaceKind.Volume);

    private static Volume? VolumeOf(IReadOnlyList<Volume> volumes, string? name) => name is not null
        ? volumes.FirstOrDefault(volume => volume.Name == name)
        : volumes.FirstOrDefault(volume => volume.ClaimName is not null)
            ?? volumes.FirstOrDefault(IsRemote)
            ?? volumes.FirstOrDefault(volume => volume.IsEmptyDir || volume.HostPath is not null);

    private static bool IsRemote(Volume volume) =>
        (volume.GcePersistentDisk, volume.AwsElasticBlockStore, volume.Rbd, volume.Nfs) is not (null, null, null, null);

    /// <summary>A claim that is not bound is a place too: whatever it will be bound to.</summary>
    private static DataPlace OfClaim(ObjectKey claim, string node, ObjectStore store)
    {
        var bound = store.Find<PersistentVolumeClaim>("PersistentVolumeClaim", claim)?.VolumeName ?? "";
        var volume = bound.Length == 0 ? null : store.Find<PersistentVolume>("PersistentVolume", new ObjectKey("", bound));
        return volume is null ? new DataPlace($"claim {claim}", DataPlaceKind.Volume) : OfVolume(volume, node);
    }

    private static DataPlace OfFolder(HostPath folder, string node) => new($"{node}:{folder.Path}", DataPlaceKind.Folder, node);

    private static DataPlace? Named(string? gce, string? aws, Rbd? rbd, Nfs? nfs)
    {
        if ((gce ?? aws) is { } disk) return new DataPlace(OfDisk(disk), DataPlaceKind.Volume);
        if (nfs is not null) return new DataPlace($"nfs {nfs.Server}:{nfs.Path}", DataPlaceKind.Volume);
        return rbd is null ? null : new DataPlace($"rbd {rbd.Pool}/{rbd.Image}", DataPlaceKind.Volume);
    }
}
