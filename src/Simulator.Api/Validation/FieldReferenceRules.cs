using Simulator.Api.Words;

namespace Simulator.Api.Validation;

/// <summary>
/// Which fields and resources of a pod its containers can be shown (validateObjectFieldSelector, validateContainerResourceFieldSelector of
/// 1.3.10).
/// </summary>
internal static class FieldReferenceRules
{
    private static readonly string[] Resources = ["limits.cpu", "limits.memory", "requests.cpu", "requests.memory"];

    /// <summary>Fields of a pod that the API can select by (pkg/api/v1/conversion.go).</summary>
    private static readonly string[] PodFields =
        ["metadata.name", "metadata.namespace", "metadata.labels", "metadata.annotations", "status.phase", "status.podIP", "spec.nodeName",
            "spec.restartPolicy", "spec.host"];

    /// <summary>Those that 1.20 knows besides (ConvertDownwardAPIFieldLabel).</summary>
    private static readonly string[] LaterPodFields =
        ["metadata.uid", "spec.serviceAccountName", "spec.schedulerName", "status.hostIP", "status.podIPs"];

    private static readonly string[] LaterResources = [.. Resources, "limits.ephemeral-storage", "requests.ephemeral-storage"];

    private static readonly string[] MemoryDivisors = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];

    /// <param name="allowed">In the order of the message.</param>
    public static void CheckField(FieldReference reference, IReadOnlyList<string> allowed, FieldPath path, FieldErrors errors)
    {
        var field = reference.FieldPath == "spec.host" ? "spec.nodeName" : reference.FieldPath;
        if (field.Length == 0) errors.Required(path.Child("fieldPath"));
        else if (reference.ApiVersion != "v1")
            errors.Invalid(
                path.Child("fieldPath"), reference.FieldPath,
                $"error converting fieldPath: No field label conversion function found for version: {reference.ApiVersion}");
        else if (errors.IsLater && IsOneOfMany(field)) return;
        else if (!PodFields.Contains(reference.FieldPath) && !(errors.IsLater && LaterPodFields.Contains(field)))
            errors.Invalid(
                path.Child("fieldPath"), reference.FieldPath,
                $"error converting fieldPath: field label not supported: {reference.FieldPath}");
        else if (!allowed.Contains(field)) errors.Unsupported(path.Child("fieldPath"), field, allowed);
    }

    /// <summary>One label, or one annotation.</summary>
    private static bool IsOneOfMany(string field) => field.EndsWith("']", StringComparison.Ordinal)
        && (field.StartsWith("metadata.labels['", StringComparison.Ordinal)
            || field.StartsWith("metadata.annotations['", StringComparison.Ordinal));

    public static void CheckResource(ResourceReference reference, FieldPath path, FieldErrors errors)
    {
        if (reference.Resource.Length == 0) errors.Required(path.Child("resource"));
        else if ((errors.IsLater ? LaterResources : Resources) is var known && !known.Contains(reference.Resource))
            errors.Unsupported(path.Child("resource"), reference.Resource, known);
        CheckDivisor(reference, path.Child("divisor"), errors);
    }

    /// <summary>A volume has no container of its own, so that one has to be named.</summary>
    public static void CheckResourceOfVolume(ResourceReference reference, FieldPath path, FieldErrors errors)
    {
        if (reference.Container.Length > 0)
        {
            CheckResource(reference, path, errors);
            return;
        }

        errors.Required(path.Child("containerName"));
        CheckDivisor(reference, path.Child("divisor"), errors);
    }

    private static void CheckDivisor(ResourceReference reference, FieldPath path, FieldErrors errors)
    {
        if (reference.Divisor == Quantity.Zero) return;
        var divisor = reference.Divisor.ToString();
        if (reference.Resource.EndsWith(".cpu", StringComparison.Ordinal)
            && Resources.Contains(reference.Resource)
            && divisor is not ("1m" or "1"))
            errors.Invalid(path, reference.Resource, "only divisor's values 1m and 1 are supported with the cpu resource");
        if (reference.Resource.EndsWith(".memory", StringComparison.Ordinal)
            && Resources.Contains(reference.Resource)
            && !MemoryDivisors.Contains(divisor))
            errors.Invalid(
                path, reference.Resource, $"only divisor's values {Wording.Listed(MemoryDivisors)} are supported with the memory resource");
    }
}
