using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>
/// Persistent volumes (ValidatePersistentVolume in pkg/api/validation/validation.go of 1.3.10). Any valid one may take the place of
/// another.
/// </summary>
internal static class PersistentVolumeRules
{
    public static void Check(PersistentVolume volume, FieldErrors errors)
    {
        ObjectMetaRules.Check(volume, Scope.Cluster, TextRules.Dns1123Subdomain, errors);
        AccessModeRules.Check(volume.AccessModes, "", errors);
        CheckCapacity(volume.Capacity, FieldPath.Spec.Child("capacity"), errors);
        if (volume.Sources is { } sources) VolumeSources.Check(sources, PersistentVolumeSources.All, FieldPath.Spec, errors);
        if (!HasSource(volume)) errors.Required(FieldPath.Spec, "must specify a volume type");
    }

    public static void CheckUpdate(PersistentVolume now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        Check(now, errors);
        if (errors.Count > 0) Check(now, errors);
    }

    private static void CheckCapacity(ResourceList capacity, FieldPath path, FieldErrors errors)
    {
        if (capacity.Amounts.Length == 0) errors.Required(path);
        if (capacity.Amounts.Length > 1 || !capacity.TryGet(ResourceNames.Storage, out _))
            errors.UnsupportedJson(path, JsonText.Of(capacity), ResourceNames.Storage);
        foreach (var (name, amount) in capacity.Amounts)
        {
            if (amount.Nanos < 0) errors.Invalid(path.Key(name), ResourceRules.WholeUnits(amount), "must be a valid resource quantity");
        }
    }

    private static bool HasSource(PersistentVolume volume) =>
        volume.Sources is { Count: > 0 }
            || volume.GcePersistentDisk is not null
            || volume.AwsElasticBlockStore is not null
            || volume.Rbd is not null
            || volume.Nfs is not null
        || volume.HostPath is not null || (volume.Sources is null && volume.OtherSource is not null);
}
