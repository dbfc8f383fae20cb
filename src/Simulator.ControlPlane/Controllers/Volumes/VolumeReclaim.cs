using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Recycles and deletes released volumes, each beside the others (reclaimVolume of 1.3.10).</summary>
/// <remarks>The pod that scrubs a recycled volume is not simulated, only its time.</remarks>
internal sealed class VolumeReclaim(VolumeContext context)
{
    private readonly VolumeWrites _writes = new(context);

    /// <summary>False if the volume is kept as it is.</summary>
    public bool TryStart(PersistentVolume volume)
    {
        switch (volume.ReclaimPolicy)
        {
            case ReclaimPolicies.Recycle:
                context.Operations.Start($"recycle-{volume.Name}[{volume.Metadata.Uid}]", _ => Recycle(volume.Key));
                return true;
            case ReclaimPolicies.Delete:
                context.Operations.Start($"delete-{volume.Name}[{volume.Metadata.Uid}]", operation => Delete(volume.Key, operation));
                return true;
            case ReclaimPolicies.Retain:
                return false;
            default:
                context.Operations.Start(
                    $"fail-{volume.Name}[{volume.Metadata.Uid}]",
                    _ => _writes.Fail(volume, "VolumeUnknownReclaimPolicy", "Volume has unrecognized reclaim policy").GetEnumerator());
                return true;
        }
    }

    /// <summary>Only NFS and hostPath have a recycler.</summary>
    private IEnumerator<Wait> Recycle(ObjectKey key)
    {
        var look = new Call(new GetRequest(nameof(PersistentVolume), key));
        yield return look;
        context.IsStale |= !look.Response.IsOk;
        if (look.Response.Object is not PersistentVolume volume || !VolumePlans.IsReleased(volume, context.Claims)) yield break;
        if (volume.Nfs is null && volume.HostPath is null)
        {
            foreach (var step in _writes.Fail(volume, "VolumeFailedRecycle", "No recycler plugin found for the volume!")) yield return step;
            yield break;
        }

        yield return new Pause(context.Routines, context.Options.RecycleDuration);
        if (!context.Volumes.TryGetValue(key.Name, out var scrubbed)) yield break;
        context.Tell(scrubbed, "VolumeRecycled", "Volume recycled");
        foreach (var step in _writes.Free(scrubbed)) yield return step;
    }

    /// <summary>The disk first, then the object.</summary>
    private IEnumerator<Wait> Delete(ObjectKey key, Operation operation)
    {
        var look = new Call(new GetRequest(nameof(PersistentVolume), key));
        yield return look;
        context.IsStale |= !look.Response.IsOk;
        if (look.Response.Object is not PersistentVolume volume || !VolumePlans.IsReleased(volume, context.Claims)) yield break;
        var problem = "no deletable volume plugin matched";
        if (context.Options.Provisioner?.Deletable(volume) is { } disk)
        {
            var deletion = new Call(new DeleteDiskRequest(disk));
            yield return deletion;
            problem = deletion.Response.IsOk ? "" : deletion.Response.Outcome;
        }

        if (problem.Length > 0)
        {
            operation.HasFailed = true;
            foreach (var step in _writes.Fail(volume, "VolumeFailedDelete", problem)) yield return step;
            yield break;
        }

        var removal = new Call(new DeleteRequest(nameof(PersistentVolume), key));
        yield return removal;
        context.IsStale |= !removal.Response.IsOk;
    }
}
