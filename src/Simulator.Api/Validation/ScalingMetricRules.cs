namespace Simulator.Api.Validation;

/// <summary>Metrics and behaviours of autoscalers (pkg/apis/autoscaling/validation/validation.go of 1.20).</summary>
internal static class ScalingMetricRules
{
    private const int WindowMax = 3600;

    private const int PeriodMax = 1800;

    public static void Check(HorizontalPodAutoscaler scaler, FieldErrors errors)
    {
        var metrics = FieldPath.Spec.Child("metrics");
        for (var i = 0; i < scaler.Metrics.Count; i++) Check(scaler.Metrics[i], metrics.Index(i), errors);
        if (scaler.Behavior is not { } behavior) return;
        var path = FieldPath.Spec.Child("behavior");
        Check(behavior.ScaleUp, path.Child("scaleUp"), errors);
        Check(behavior.ScaleDown, path.Child("scaleDown"), errors);
    }

    private static void Check(ScalingMetric metric, FieldPath path, FieldErrors errors)
    {
        var source = metric.Metric.Source;
        if (source == MetricSource.None)
        {
            errors.Required(path.Child("type"), "must specify a metric source type");
            return;
        }

        var field = path.Child(char.ToLowerInvariant(source.ToString()[0]) + source.ToString()[1..]);
        if (metric.Metric.Name.Length == 0) errors.Required(field.Child("name"), "must specify a metric name");
        if (metric.AverageUtilization is < 1)
        {
            errors.Invalid(field.Child("target").Child("averageUtilization"), metric.AverageUtilization.Value, "must be greater than 0");
        }

        CheckTarget(metric, field.Child("target"), errors);
    }

    private static void CheckTarget(ScalingMetric metric, FieldPath path, FieldErrors errors)
    {
        var isResource = metric.Metric.Source is MetricSource.Resource or MetricSource.ContainerResource;
        if (isResource)
        {
            if (metric is { AverageUtilization: null, AverageValue: null })
            {
                errors.Required(path.Child("averageUtilization"), "must set either a target raw value or a target utilization");
            }
            else if (metric is { AverageUtilization: not null, AverageValue: not null })
            {
                errors.Forbidden(path.Child("averageValue"), "may not set both a target raw value and a target utilization");
            }
        }
        else if (metric.Metric.Source == MetricSource.Pods && (metric.AverageValue is not { } average || average.Nanos <= 0))
        {
            errors.Required(path.Child("averageValue"), "must specify a positive target averageValue");
        }
        else if (metric is { Value: null, AverageValue: null })
        {
            errors.Required(path.Child("averageValue"), "must set either a target value or averageValue");
        }
    }

    private static void Check(ScalingRules rules, FieldPath path, FieldErrors errors)
    {
        var window = path.Child("stabilizationWindowSeconds");
        if (rules.WindowSeconds is { } seconds and < 0) errors.Invalid(window, seconds, "must be greater than or equal to zero");
        if (rules.WindowSeconds is { } larger and > WindowMax) errors.Invalid(window, larger, $"must be less than or equal to {WindowMax}");
        var policies = path.Child("policies");
        if (rules.Policies.Count == 0) errors.Required(policies, "must specify at least one Policy");
        for (var i = 0; i < rules.Policies.Count; i++) Check(rules.Policies[i], policies.Index(i), errors);
    }

    private static void Check(ScalingPolicy policy, FieldPath path, FieldErrors errors)
    {
        if (policy.Type.Length == 0) errors.Unsupported(path.Child("type"), "", "Percent", "Pods");
        if (policy.Value <= 0) errors.Invalid(path.Child("value"), policy.Value, "must be greater than zero");
        var period = path.Child("periodSeconds");
        if (policy.PeriodSeconds <= 0) errors.Invalid(period, policy.PeriodSeconds, "must be greater than zero");
        if (policy.PeriodSeconds > PeriodMax) errors.Invalid(period, policy.PeriodSeconds, $"must be less than or equal to {PeriodMax}");
    }
}
