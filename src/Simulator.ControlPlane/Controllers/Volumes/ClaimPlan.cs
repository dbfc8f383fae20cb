using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>What is to be done about a claim.</summary>
public abstract record ClaimPlan
{
    /// <summary>Bind it, or finish what is missing of its binding.</summary>
    public sealed record Bind(PersistentVolume Volume) : ClaimPlan;

    /// <summary>Have a volume made.</summary>
    public sealed record Provision : ClaimPlan;

    /// <summary>Look again later.</summary>
    public sealed record Wait(string Why) : ClaimPlan;

    /// <param name="Reason">Of the event.</param>
    public sealed record Lose(string Reason, string Message) : ClaimPlan;

    /// <summary>syncUnboundClaim and syncBoundClaim of 1.3.10.</summary>
    /// <param name="order">Of equal volumes.</param>
    public static ClaimPlan For(PersistentVolumeClaim claim, SortedDictionary<string, PersistentVolume> volumes, IMapOrder order)
    {
        return VolumeBinding.IsCompleted(claim) || claim.VolumeName.Length > 0
            ? ForGiven(claim, volumes)
            : ForFree(claim, volumes.Values, order);
    }

    /// <summary>Of a claim that is bound, or that names its volume.</summary>
    internal static ClaimPlan ForGiven(PersistentVolumeClaim claim, SortedDictionary<string, PersistentVolume> volumes)
    {
        var volume = volumes.GetValueOrDefault(claim.VolumeName);
        return VolumeBinding.IsCompleted(claim) ? ForBound(claim, volume) : ForNamed(claim, volume);
    }

    private static ClaimPlan ForFree(PersistentVolumeClaim claim, IReadOnlyCollection<PersistentVolume> volumes, IMapOrder order)
    {
        if (VolumeMatch.Find(claim, volumes, order) is { } volume) return new Bind(volume);
        return claim.IsProvisioned ? new Provision() : new Wait($"no volume fits {Words(claim)}");
    }

    /// <summary>Size and access modes of a volume that the user names are not looked at.</summary>
    private static ClaimPlan ForNamed(PersistentVolumeClaim claim, PersistentVolume? volume)
    {
        if (volume is null) return new Wait($"there is no volume {claim.VolumeName}");
        var isFree = volume.ClaimRef is null || VolumeBinding.IsFor(volume, claim);
        return isFree ? new Bind(volume) : new Wait($"volume {volume.Name} belongs to claim {volume.ClaimRef!.Key}");
    }

    private static ClaimPlan ForBound(PersistentVolumeClaim claim, PersistentVolume? volume)
    {
        if (claim.VolumeName.Length == 0)
        {
            return new Lose("ClaimLost", "Bound claim has lost reference to PersistentVolume. Data on the volume is lost!");
        }
        if (volume is null) return new Lose("ClaimLost", "Bound claim has lost its PersistentVolume. Data on the volume is lost!");
        if (volume.ClaimRef is null || volume.ClaimRef.Uid == claim.Metadata.Uid) return new Bind(volume);
        return new Lose("ClaimMisbound", "Two claims are bound to the same volume, this one is bound incorrectly");
    }

    /// <summary>10Gi ReadWriteOnce</summary>
    private static string Words(PersistentVolumeClaim claim)
    {
        claim.Requests.TryGet(ResourceNames.Storage, out var size);
        return $"{size} {string.Join("+", claim.AccessModes)}{(claim.Selector is null ? "" : " and its selector")}";
    }
}
