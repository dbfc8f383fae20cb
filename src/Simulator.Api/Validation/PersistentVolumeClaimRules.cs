namespace Simulator.Api.Validation;

/// <summary>Claims (ValidatePersistentVolumeClaim in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class PersistentVolumeClaimRules
{
    public static void Check(PersistentVolumeClaim claim, FieldErrors errors)
    {
        ObjectMetaRules.Check(claim, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        if (claim.AccessModes.Count == 0) errors.Required(FieldPath.Spec.Child("accessModes"), "at least 1 accessMode is required");
        SelectorRules.Check(claim.Selector, FieldPath.Spec.Child("selector"), errors);
        AccessModeRules.CheckEach(claim.AccessModes, errors);
        if (!claim.Requests.TryGet(ResourceNames.Storage, out _))
            errors.Required(FieldPath.Spec.Child("resources").Key(ResourceNames.Storage));
    }

    /// <summary>What it asks for stays, once it is bound.</summary>
    public static void CheckUpdate(PersistentVolumeClaim old, PersistentVolumeClaim now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        Check(now, errors);
        if (errors.Count > 0) Check(now, errors);
        if (old.VolumeName.Length > 0 && !CanonicalText.AreEqual(old, Comparable(now, old)))
            errors.Forbidden(FieldPath.Spec, "spec is immutable once a claim has been bound to a volume");
    }

    /// <summary>With what may change as it was, and with what 1.3 does not know.</summary>
    private static PersistentVolumeClaim Comparable(PersistentVolumeClaim now, PersistentVolumeClaim old) => now with
    {
        Metadata = old.Metadata,
        Phase = old.Phase,
        StorageClassName = old.StorageClassName,
        VolumeMode = old.VolumeMode,
    };
}
