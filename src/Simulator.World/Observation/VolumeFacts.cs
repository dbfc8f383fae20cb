using Simulator.Api;
using Simulator.ControlPlane;

namespace Simulator.World;

/// <summary>What commits of volumes and claims mean.</summary>
internal sealed class VolumeFacts(ObservationLog log)
{
    public void OnVolume(WatchEventType type, PersistentVolume volume, PersistentVolume? old)
    {
        var isGone = type == WatchEventType.Deleted;
        if (isGone || volume.Phase != old?.Phase) log.Write(ObservationKind.VolumeChanged, volume.Name, isGone ? "Deleted" : volume.Phase.ToString(), volume.Capacity.Value(ResourceNames.Storage));
    }

    public void OnClaim(WatchEventType type, PersistentVolumeClaim claim, PersistentVolumeClaim? old)
    {
        var isGone = type == WatchEventType.Deleted;
        if (isGone || claim.Phase != old?.Phase) log.Write(ObservationKind.ClaimChanged, claim.Key.ToString(), isGone ? "Deleted" : claim.Phase.ToString(), claim.Requests.Value(ResourceNames.Storage));
    }
}
