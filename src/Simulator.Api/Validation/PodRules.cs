using Simulator.Api.Documents;

namespace Simulator.Api.Validation;

/// <summary>Pods (ValidatePod, ValidatePodUpdate in pkg/api/validation/validation.go of 1.3.10).</summary>
internal static class PodRules
{
    private static readonly FieldPath Annotations = FieldPath.Metadata.Child("annotations");

    private static readonly FieldPath Containers = FieldPath.Spec.Child("containers");

    private static readonly FieldPath Deadline = FieldPath.Spec.Child("activeDeadlineSeconds");

    public static void Check(Pod pod, FieldErrors errors)
    {
        ObjectMetaRules.Check(pod, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        PodAnnotationRules.Check(pod.Metadata.Annotations, pod.Spec, Annotations, errors);
        PodSpecRules.Check(pod.Spec, FieldPath.Spec, errors);
    }

    /// <summary>Only the images of containers may change, and a deadline may come or draw nearer.</summary>
    public static void CheckUpdate(Pod old, Pod now, FieldErrors errors)
    {
        Check(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        PodAnnotationRules.Check(now.Metadata.Annotations, now.Spec, Annotations, errors);
        if (ReferenceEquals(old.Spec, now.Spec)) return;
        if (old.Spec.Containers.Count != now.Spec.Containers.Count)
        {
            errors.Forbidden(Containers, "pod updates may not add or remove containers");
            return;
        }

        for (var i = 0; i < now.Spec.Containers.Count; i++)
        {
            if (now.Spec.Containers[i].Image.Length == 0) errors.Required(Containers.Index(i).Child("image"));
        }

        if (CheckDeadline(old.Spec.ActiveDeadline, now.Spec.ActiveDeadline, errors)) CheckRest(old.Spec, now.Spec, errors);
    }

    /// <returns>False if nothing else is looked at then.</returns>
    private static bool CheckDeadline(TimeSpan? old, TimeSpan? now, FieldErrors errors)
    {
        if (now is null && old is not null)
            errors.InvalidJson(Deadline, JsonText.Null, "must not update from a positive integer to nil value");
        if (now is not { } deadline) return true;
        var before = errors.Count;
        if (deadline < TimeSpan.Zero) errors.Negative(Deadline, (long)deadline.TotalSeconds);
        else if (old < deadline) errors.Invalid(Deadline, (long)deadline.TotalSeconds, "must be less than or equal to previous value");
        return errors.Count == before;
    }

    private static void CheckRest(PodSpec old, PodSpec now, FieldErrors errors)
    {
        var images = now.Containers.Select((container, i) => container with { Image = old.Containers[i].Image });
        if (!CanonicalText.AreEqual(old, now with { Containers = [.. images], ActiveDeadline = old.ActiveDeadline }))
            errors.Forbidden(
                FieldPath.Spec, "pod updates may not change fields other than `containers[*].image` or `spec.activeDeadlineSeconds`");
    }
}
