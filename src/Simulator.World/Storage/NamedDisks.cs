using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Storage;

/// <summary>
/// Disks that volumes and pods name: somebody has made them before, in the zone that the volume's label tells, or anywhere.
/// </summary>
internal sealed class NamedDisks(CloudDisks disks)
{
    /// <summary>Bytes of a disk whose size nothing tells (judgement: the smallest that GCE makes without being asked, 10 GB).</summary>
    private const long UsualBytes = 10_000_000_000;

    public void OnCommitted(WatchEvent commit)
    {
        if (commit.Type != WatchEventType.Added) return;
        if (commit.Object is PersistentVolume volume && AttachableVolume.Of(volume) is { } disk) Add(disk, volume);
        else if (commit.Object is Pod pod && AttachableVolume.MayBeUsedBy(pod)) Add(pod);
    }

    private void Add(AttachableVolume disk, PersistentVolume volume)
    {
        var bytes = volume.Capacity.Value(ResourceNames.Storage);
        disks.FindOrAdd(disk.Disk, bytes > 0 ? bytes : UsualBytes, volume.Metadata.Labels.ValueOrEmpty(WellKnownLabels.Zone));
    }

    private void Add(Pod pod)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (AttachableVolume.Of(volume) is { } disk) disks.FindOrAdd(disk.Disk, UsualBytes, "");
        }
    }
}
