using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>What is to be done about a volume (syncVolume of 1.3.10).</summary>
internal enum VolumePlan
{
    /// <summary>Nobody has it; it may be reserved.</summary>
    BeAvailable,

    /// <summary>Its claim does not name it yet: the claim's own sync will see to it.</summary>
    AwaitClaim,

    BeBound,

    /// <summary>Its claim has taken another.</summary>
    Free,

    /// <summary>Its claim is gone: what then, its policy says.</summary>
    Reclaim,
}

internal static class VolumePlans
{
    public static VolumePlan For(PersistentVolume volume, SortedDictionary<ObjectKey, PersistentVolumeClaim> claims)
    {
        if (volume.ClaimRef is null or { Uid.Length: 0 }) return VolumePlan.BeAvailable;
        if (ClaimOf(volume, claims) is not { } claim) return VolumePlan.Reclaim;
        if (claim.VolumeName.Length == 0) return VolumePlan.AwaitClaim;
        if (claim.VolumeName == volume.Name) return VolumePlan.BeBound;
        var wasMade = volume.Metadata.Annotations.ContainsKey(WellKnownAnnotations.ProvisionedBy);
        return wasMade && volume.ReclaimPolicy == ReclaimPolicies.Delete ? VolumePlan.Reclaim : VolumePlan.Free;
    }

    /// <summary>False if it has been bound anew since its operation was asked for (isVolumeReleased).</summary>
    public static bool IsReleased(PersistentVolume volume, SortedDictionary<ObjectKey, PersistentVolumeClaim> claims) =>
        For(volume, claims) == VolumePlan.Reclaim;

    /// <summary>A claim of the same name but of another life is not its claim.</summary>
    private static PersistentVolumeClaim? ClaimOf(PersistentVolume volume, SortedDictionary<ObjectKey, PersistentVolumeClaim> claims) =>
        claims.TryGetValue(volume.ClaimRef!.Key, out var claim) && claim.Metadata.Uid == volume.ClaimRef.Uid ? claim : null;
}
