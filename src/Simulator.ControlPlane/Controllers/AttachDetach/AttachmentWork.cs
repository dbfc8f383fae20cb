using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>
/// Attaches and detaches one volume (operationexecutor of 1.3.10): a routine of its own for each, side by side with the passes.
/// </summary>
internal sealed class AttachmentWork(
    AttachmentTable table, VolumeCache cache, AttachedReports reports, VolumeOperations operations, RoutineSet routines)
{
    public void Attach(Attachment attachment)
    {
        operations.Begin(attachment.Volume.Name);
        routines.Start(Attaching(attachment));
    }

    /// <param name="isForced">The node is not asked whether it still uses the volume.</param>
    public void Detach(Attachment attachment, bool isForced)
    {
        operations.Begin(attachment.Volume.Name);
        routines.Start(Detaching(attachment, isForced));
    }

    /// <summary>The cloud alone knows whether the volume is elsewhere: it is asked, and refuses.</summary>
    private IEnumerator<Wait> Attaching(Attachment attachment)
    {
        var volume = attachment.Volume;
        var call = new Call(new AttachDiskRequest(volume.Disk, attachment.Key.Node, volume.ReadOnly));
        yield return call;
        if (!call.Response.IsOk)
        {
            operations.Fail(volume.Name, routines.Now);
            yield break;
        }

        operations.Succeed(volume.Name);
        var attached = table.FindOrAdd(volume, attachment.Key.Node);
        (attached.IsAttached, attached.HasBeenInUse) = (true, cache.IsInUse(attached.Key));
        table.Changed(attached);
        reports.Add(attached.Key);
    }

    private IEnumerator<Wait> Detaching(Attachment attachment, bool isForced)
    {
        var (volume, node) = (attachment.Volume, attachment.Key.Node);
        if (!isForced)
        {
            var read = new Call(new GetRequest("Node", new ObjectKey("", node)));
            yield return read;
            if (!IsSafe(read.Response, volume))
            {
                Fail(attachment);
                yield break;
            }
        }

        var call = new Call(new DetachDiskRequest(volume.Disk, node));
        yield return call;
        if (!call.Response.IsOk)
        {
            Fail(attachment);
            yield break;
        }

        operations.Succeed(volume.Name);
        (attachment.IsAttached, attachment.DetachWantedAt) = (false, null);
        table.Changed(attachment);
    }

    private static bool IsSafe(in ApiResponse read, AttachableVolume volume) =>
        read.Result == ApiResult.NotFound || (read.Object is Node node && !node.Status.VolumesInUse.Contains(volume.Name));

    private void Fail(Attachment attachment)
    {
        operations.Fail(attachment.Volume.Name, routines.Now);
        reports.Add(attachment.Key);
    }
}
