namespace Simulator.Api.Validation;

/// <summary>Classes of storage (pkg/apis/storage/validation/validation.go of 1.20).</summary>
internal static class StorageClassRules
{
    public static void Check(StorageClass value, FieldErrors errors)
    {
        ObjectMetaRules.Check(value, Scope.Cluster, TextRules.Dns1123Subdomain, errors);
        if (value.Provisioner.Length == 0) errors.Required(FieldPath.Root("provisioner"));
        if (value.ReclaimPolicy is not ("" or "Delete" or "Retain"))
        {
            errors.Unsupported(FieldPath.Root("reclaimPolicy"), value.ReclaimPolicy, "Delete", "Retain");
        }

        if (value.VolumeBindingMode is not ("" or "Immediate" or "WaitForFirstConsumer"))
        {
            errors.Unsupported(FieldPath.Root("volumeBindingMode"), value.VolumeBindingMode, "Immediate", "WaitForFirstConsumer");
        }
    }
}
