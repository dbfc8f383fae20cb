namespace Simulator.Api.Validation;

/// <summary>
/// The template of a controller (ValidatePodTemplateSpec and its like in pkg/api/validation and pkg/apis/extensions/validation of 1.3.10).
/// </summary>
internal static class PodTemplateRules
{
    private static readonly FieldPath Path = FieldPath.Spec.Child("template");

    /// <summary>For controllers of so many replicas, which keep their pods running.</summary>
    public static void CheckReplicated(PodTemplate template, int replicas, FieldErrors errors)
    {
        Check(template, errors);
        if (replicas > 1) VolumeRules.RefuseSharedWriting(template, Path, errors);
        CheckRestart(template, errors, "Always");
    }

    public static void Check(PodTemplate template, FieldErrors errors)
    {
        CheckMeta(template, errors);
        PodSpecRules.Check(template.Spec, Path.Child("spec"), errors);
    }

    public static void CheckMeta(PodTemplate template, FieldErrors errors)
    {
        ObjectMetaRules.CheckLabels(template.Labels, Path.Child("labels"), errors);
        ObjectMetaRules.CheckAnnotations(template.Annotations, Path.Child("annotations"), errors);
        PodAnnotationRules.Check(template.Annotations, template.Spec, Path.Child("annotations"), errors);
    }

    public static void CheckRestart(PodTemplate template, FieldErrors errors, params IReadOnlyList<string> allowed)
    {
        var policy = template.Spec.RestartPolicy;
        if (!allowed.Contains(policy)) errors.Unsupported(Path.Child("spec").Child("restartPolicy"), policy, allowed);
    }
}
