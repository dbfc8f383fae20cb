using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Running;

/// <summary>The disks of pods that run at time zero: long attached, mounted and formatted, and told in their nodes' objects.</summary>
internal sealed class SettledVolumes(SimulatedCluster cluster)
{
    /// <summary>False: the pod may be bound there, but it waits for a volume.</summary>
    public bool CanAttach(Pod pod, string node) =>
        VolumesOfPod.UnboundClaim(pod, cluster.Store.Find) is null
            && cluster.Cloud.Attachment!.CanAttachAll([.. Disks(pod).Select(disk => RequestOf(disk, node))], node);

    public void Attach(Pod placed)
    {
        foreach (var disk in Disks(placed))
        {
            cluster.Cloud.Attachment!.Attach(RequestOf(disk, placed.NodeName));
            cluster.Cloud.Disks.Find(disk.Disk)!.IsFormatted = true;
            Tell(placed.NodeName, disk.Name);
        }
    }

    private IEnumerable<AttachableVolume> Disks(Pod pod) => VolumesOfPod.Attachable(pod, cluster.Store.Find);

    private static AttachDiskRequest RequestOf(AttachableVolume disk, string node) => new(disk.Disk, node, disk.ReadOnly);

    private void Tell(string name, string volume)
    {
        var node = cluster.Store.Find<Node>("Node", new ObjectKey("", name))!;
        if (node.Status.VolumesAttached.Contains(volume)) return;
        IReadOnlyList<string> volumes = [.. node.Status.VolumesAttached.Append(volume).Order(StringComparer.Ordinal)];
        cluster.Store.Put(node with { Status = node.Status with { VolumesAttached = volumes, VolumesInUse = volumes } });
    }
}
