using Simulator.Api;
using Simulator.ControlPlane.Controllers.AttachDetach;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.Observations;

/// <summary>What commits of volumes and claims mean.</summary>
internal sealed class VolumeFacts(ObservationLog log)
{
    private readonly Dictionary<string, string> _diskOfVolume = new(StringComparer.Ordinal);

    public void OnVolume(WatchEventType type, PersistentVolume volume, PersistentVolume? old)
    {
        var isGone = type == WatchEventType.Deleted;
        if (isGone) _diskOfVolume.Remove(volume.Name);
        else if (AttachableVolume.Of(volume) is { } disk) _diskOfVolume[volume.Name] = disk.Disk;
        if (isGone || volume.Phase != old?.Phase)
        {
            log.Write(
                ObservationKind.VolumeChanged, volume.Name, isGone ? "Deleted" : volume.Phase.ToString(),
                volume.Capacity.Value(ResourceNames.Storage));
        }
    }

    public void OnClaim(WatchEventType type, PersistentVolumeClaim claim, PersistentVolumeClaim? old)
    {
        var isGone = type == WatchEventType.Deleted;
        if (!isGone && claim.Phase == old?.Phase) return;
        log.Write(
            ObservationKind.ClaimChanged, claim.Key.ToString(), isGone ? "Deleted" : claim.Phase.ToString(),
            claim.Requests.Value(ResourceNames.Storage));
        if (!isGone && claim.Phase == ClaimPhase.Bound && _diskOfVolume.TryGetValue(claim.VolumeName, out var disk))
        {
            log.Write(ObservationKind.DiskClaimed, disk, claim.Key.ToString());
        }
    }
}
