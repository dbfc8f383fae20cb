using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>Writes of volumes that more than one routine makes.</summary>
internal sealed class VolumeWrites(VolumeContext context)
{
    public bool IsIn(PersistentVolume volume, VolumePhase phase) =>
        context.Volumes.TryGetValue(volume.Name, out var known) && known.Phase == phase;

    /// <summary>A phase that it has already is not written.</summary>
    public IEnumerable<Wait> SetPhase(PersistentVolume volume, VolumePhase phase)
    {
        if (volume.Phase == phase) yield break;
        var write = new Call(new UpdateStatusRequest(volume with { Phase = phase }));
        yield return write;
        context.Took(write.Response);
    }

    /// <summary>Takes it from its claim (unbindVolume).</summary>
    public IEnumerable<Wait> Free(PersistentVolume volume)
    {
        var write = new Call(new UpdateRequest(VolumeBinding.Freed(volume)));
        yield return write;
        if (!context.Took(write.Response)) yield break;
        foreach (var step in SetPhase((PersistentVolume)write.Response.Object!, VolumePhase.Available)) yield return step;
    }

    /// <summary>It could not be reclaimed: told when that is new.</summary>
    public IEnumerable<Wait> Fail(PersistentVolume volume, string reason, string message)
    {
        if (volume.Phase == VolumePhase.Failed) yield break;
        foreach (var step in SetPhase(volume, VolumePhase.Failed)) yield return step;
        if (IsIn(volume, VolumePhase.Failed)) context.Tell(volume, reason, message);
    }
}
