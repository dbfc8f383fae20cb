using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Storage;

/// <summary>What claims and volumes say of their class and of being bound.</summary>
public static class ClaimRules
{
    /// <summary>The annotation of older days counts before the field; "" = no class.</summary>
    public static string ClassOf(PersistentVolumeClaim claim) =>
        claim.Metadata.Annotations.TryGetValue(WellKnownAnnotations.StorageClassBeta, out var name) ? name : claim.StorageClassName ?? "";

    /// <inheritdoc cref="ClassOf(PersistentVolumeClaim)"/>
    public static string ClassOf(PersistentVolume volume) =>
        volume.Metadata.Annotations.TryGetValue(WellKnownAnnotations.StorageClassBeta, out var name) ? name : volume.StorageClassName;

    public static bool IsBound(PersistentVolumeClaim claim) =>
        claim.VolumeName.Length > 0 && claim.Metadata.Annotations.ContainsKey(WellKnownAnnotations.BindCompleted);

    /// <summary>Reserved for it, or bound to it.</summary>
    public static bool IsFor(PersistentVolume volume, PersistentVolumeClaim claim) =>
        volume.ClaimRef is { } reference && reference.Key == claim.Key
        && (reference.Uid.Length == 0 || reference.Uid == claim.Metadata.Uid);
}
