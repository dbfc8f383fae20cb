namespace Simulator.Api.Validation;

/// <summary>Autoscalers (pkg/apis/autoscaling/validation/validation.go of 1.3.10).</summary>
internal static class HorizontalPodAutoscalerRules
{
    public static void Check(HorizontalPodAutoscaler scaler, FieldErrors errors)
    {
        ObjectMetaRules.Check(scaler, Scope.Namespaced, TextRules.Dns1123Subdomain, errors);
        CheckSpec(scaler, errors);
        ScalingMetricRules.Check(scaler, errors);
        CustomMetricRules.Check(scaler.Metadata.Annotations, errors);
    }

    public static void CheckUpdate(HorizontalPodAutoscaler now, FieldErrors errors)
    {
        ObjectMetaRules.CheckUpdate(now, errors);
        ObjectMetaRules.CheckUpdate(now, errors);
        CheckSpec(now, errors);
        ScalingMetricRules.Check(now, errors);
    }

    private static void CheckSpec(HorizontalPodAutoscaler scaler, FieldErrors errors)
    {
        const string Positive = "must be greater than 0";
        if (scaler.MinReplicas is { } least and < 1) errors.Invalid(FieldPath.Spec.Child("minReplicas"), least, Positive);
        if (scaler.MaxReplicas < 1) errors.Invalid(FieldPath.Spec.Child("maxReplicas"), scaler.MaxReplicas, Positive);
        if (scaler.MaxReplicas < scaler.MinReplicas)
            errors.Invalid(FieldPath.Spec.Child("maxReplicas"), scaler.MaxReplicas, "must be greater than or equal to `minReplicas`");
        if (scaler.TargetCpuUtilization is < 1)
            errors.Invalid(FieldPath.Spec.Child("targetCPUUtilizationPercentage"), scaler.TargetCpuUtilization.Value, Positive);
        var target = FieldPath.Spec.Child("scaleTargetRef");
        CheckSegment(scaler.TargetKind, target.Child("kind"), errors);
        CheckSegment(scaler.TargetName, target.Child("name"), errors);
    }

    private static void CheckSegment(string text, FieldPath path, FieldErrors errors)
    {
        if (text.Length == 0) errors.Required(path);
        else errors.InvalidEach(path, text, TextRules.PathSegment(text));
    }
}
