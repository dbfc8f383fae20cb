using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.ControlPlane.Controllers;

namespace Simulator.World;

/// <summary>Disks that volumes and pods name exist: their user has made them, with a file system on them, before naming them.</summary>
internal sealed class NamedDisks(CloudDisks disks)
{
    public void OnCommitted(WatchEvent commit)
    {
        if (commit.Type != WatchEventType.Added) return;
        if (commit.Object is Pod { Spec.Volumes.Count: > 0 } pod) OnPod(pod);
        else if (commit.Object is PersistentVolume volume && DiskProvisioner.DiskOf(volume) is { } disk) Add(disk, volume.Capacity.Value(ResourceNames.Storage), volume.Metadata.Labels.ValueOrEmpty(WellKnownLabels.Zone));
    }

    private void OnPod(Pod pod)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if ((volume.GcePersistentDisk?.PdName ?? volume.AwsElasticBlockStore?.VolumeId) is { } disk) Add(disk, 0, "");
        }
    }

    /// <param name="zone">"" if nothing says where it lies: it can be attached anywhere.</param>
    private void Add(string name, long bytes, string zone)
    {
        if (disks.Find(name) is null) disks.FindOrAdd(name, bytes, zone).IsFormatted = true;
    }
}
