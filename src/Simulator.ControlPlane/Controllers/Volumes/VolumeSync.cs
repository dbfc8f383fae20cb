using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>One sync of a volume: its phase, and what becomes of it when its claim is gone.</summary>
internal sealed class VolumeSync(VolumeContext context)
{
    private readonly VolumeWrites _writes = new(context);
    private readonly VolumeReclaim _reclaim = new(context);

    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!context.Volumes.TryGetValue(key.Name, out var volume)) yield break;
        context.UnsettledVolumes.Add(key);
        var plan = VolumePlans.For(volume, context.Claims);
        foreach (var step in Follow(plan, volume)) yield return step;
    }

    private IEnumerable<Wait> Follow(VolumePlan plan, PersistentVolume volume)
    {
        if (plan == VolumePlan.AwaitClaim) context.ClaimQueue.Add(volume.ClaimRef!.Key);
        return plan switch
        {
            VolumePlan.BeAvailable => Settle(volume, VolumePhase.Available),
            VolumePlan.BeBound => Settle(volume, VolumePhase.Bound),
            VolumePlan.Free => _writes.Free(volume),
            VolumePlan.Reclaim => Reclaim(volume),
            _ => [],
        };
    }

    private IEnumerable<Wait> Settle(PersistentVolume volume, VolumePhase phase)
    {
        foreach (var step in _writes.SetPhase(volume, phase)) yield return step;
        if (_writes.IsIn(volume, phase)) context.UnsettledVolumes.Remove(volume.Key);
    }

    private IEnumerable<Wait> Reclaim(PersistentVolume volume)
    {
        if (volume.Phase is not (VolumePhase.Released or VolumePhase.Failed))
        {
            foreach (var step in _writes.SetPhase(volume, VolumePhase.Released)) yield return step;
            if (!_writes.IsIn(volume, VolumePhase.Released)) yield break;
        }

        if (!_reclaim.TryStart(context.Volumes[volume.Name])) context.UnsettledVolumes.Remove(volume.Key);
    }
}
