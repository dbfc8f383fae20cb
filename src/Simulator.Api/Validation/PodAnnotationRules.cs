namespace Simulator.Api.Validation;

/// <summary>What 1.3 keeps in a pod's annotations (ValidatePodSpecificAnnotations in pkg/api/validation/validation.go of 1.3.10).</summary>
/// <remarks>Affinity and tolerations in today's fields are nothing that 1.3.10 would look at.</remarks>
internal static class PodAnnotationRules
{
    private const string SeccompPod = "seccomp.security.alpha.kubernetes.io/pod";

    private const string SeccompContainer = "container.seccomp.security.alpha.kubernetes.io/";

    private const string LocalProfile = "localhost/";

    /// <param name="spec">The spec beside them, into which they have been read.</param>
    public static void Check(LabelSet annotations, PodSpec spec, FieldPath path, FieldErrors errors)
    {
        if (annotations.Count == 0) return;
        if (annotations.ValueOrEmpty(WellKnownAnnotations.Affinity).Length > 0) AffinityRules.Check(spec.Affinity, path, errors);
        if (annotations.ValueOrEmpty(WellKnownAnnotations.Tolerations).Length > 0)
            TaintRules.CheckTolerations(spec.Tolerations, path, errors);
        CheckName(annotations, WellKnownAnnotations.PodHostname, path, errors);
        CheckName(annotations, WellKnownAnnotations.PodSubdomain, path, errors);
        foreach (var (key, profile) in annotations.Pairs)
        {
            if (key == SeccompPod || key.StartsWith(SeccompContainer, StringComparison.Ordinal))
                CheckProfile(profile, path.Child(key), errors);
        }
    }

    private static void CheckName(LabelSet annotations, string key, FieldPath path, FieldErrors errors)
    {
        if (annotations.TryGetValue(key, out var name)) errors.InvalidEach(path, key, TextRules.Dns1123Label(name));
    }

    private static void CheckProfile(string profile, FieldPath path, FieldErrors errors)
    {
        if (profile.StartsWith(LocalProfile, StringComparison.Ordinal))
            PathRules.CheckSubPath(profile[LocalProfile.Length..], path, errors);
        else if (profile is not ("docker/default" or "unconfined")) errors.Invalid(path, profile, "must be a valid seccomp profile");
    }
}
