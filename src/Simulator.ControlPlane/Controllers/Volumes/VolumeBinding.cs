using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Volumes;

/// <summary>
/// How a volume and a claim name each other (bind and unbindVolume in pkg/controller/persistentvolume/controller.go of 1.3.10).
/// </summary>
public static class VolumeBinding
{
    private const string Yes = "yes";

    /// <summary>It is bound to the claim, or reserved for one of its name.</summary>
    public static bool IsFor(PersistentVolume volume, PersistentVolumeClaim claim) =>
        volume.ClaimRef is { } reference
            && reference.Key == claim.Key
            && (reference.Uid.Length == 0 || reference.Uid == claim.Metadata.Uid);

    /// <summary>The first write that is missing until both name each other; null once nothing is.</summary>
    public static ApiRequest? NextWrite(PersistentVolume volume, PersistentVolumeClaim claim)
    {
        if (volume.ClaimRef != ReferenceTo(claim)) return new UpdateRequest(Taken(volume, claim));
        if (volume.Phase != VolumePhase.Bound) return new UpdateStatusRequest(volume with { Phase = VolumePhase.Bound });
        if (claim.VolumeName != volume.Name || !IsCompleted(claim)) return new UpdateRequest(Pointed(claim, volume));
        return claim.Phase == ClaimPhase.Bound ? null : new UpdateStatusRequest(claim with { Phase = ClaimPhase.Bound });
    }

    public static ClaimReference ReferenceTo(PersistentVolumeClaim claim) => new(claim.Key, claim.Metadata.Uid);

    public static bool IsCompleted(PersistentVolumeClaim claim) =>
        claim.Metadata.Annotations.ContainsKey(WellKnownAnnotations.BindCompleted);

    /// <summary>The controller chose the other side, no user did.</summary>
    internal static bool IsByController(ApiObject side) => side.Metadata.Annotations.ContainsKey(WellKnownAnnotations.BoundByController);

    /// <summary>What a user has reserved stays reserved by name; what the controller bound is free.</summary>
    internal static PersistentVolume Freed(PersistentVolume volume) => IsByController(volume)
        ? volume with
        {
            ClaimRef = null,
            Metadata = volume.Metadata with { Annotations = volume.Metadata.Annotations.Without(WellKnownAnnotations.BoundByController) },
        }
        : volume with { ClaimRef = volume.ClaimRef! with { Uid = "" } };

    private static PersistentVolume Taken(PersistentVolume volume, PersistentVolumeClaim claim)
    {
        var taken = volume with { ClaimRef = ReferenceTo(claim) };
        return IsFor(volume, claim) ? taken : With(taken, WellKnownAnnotations.BoundByController);
    }

    private static PersistentVolumeClaim Pointed(PersistentVolumeClaim claim, PersistentVolume volume)
    {
        var pointed = With(claim, WellKnownAnnotations.BindCompleted) with { VolumeName = volume.Name };
        return claim.VolumeName == volume.Name ? pointed : With(pointed, WellKnownAnnotations.BoundByController);
    }

    private static T With<T>(T side, string annotation)
        where T : ApiObject =>
            side with { Metadata = side.Metadata with { Annotations = side.Metadata.Annotations.With(annotation, Yes) } };
}
