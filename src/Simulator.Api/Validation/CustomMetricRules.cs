using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Api.Validation;

/// <summary>
/// The annotation with targets of custom metrics (validateHorizontalPodAutoscalerAnnotations in
/// pkg/apis/autoscaling/validation/validation.go of 1.3.10).
/// </summary>
internal static class CustomMetricRules
{
    private static readonly FieldPath Path = FieldPath.Metadata.Child("annotations");

    public static void Check(LabelSet annotations, FieldErrors errors)
    {
        if (!annotations.TryGetValue(CustomMetricText.Target, out var text)) return;
        if (CustomMetricText.Read(text) is { } targets) Check(targets, errors);
        else errors.InvalidJson(Path, JsonText.Of(annotations), "failed to parse custom metrics target annotation");
    }

    private static void Check(IReadOnlyList<CustomMetricTarget> targets, FieldErrors errors)
    {
        if (targets.Count == 0) errors.Required(Path.Child("items"), "custom metrics target must not be empty");
        foreach (var target in targets)
        {
            if (target.Name.Length == 0) errors.Required(Path.Child("items").Child("name"), "missing custom metric target name");
            if (target.Value.MilliValue <= 0)
                errors.Invalid(
                    Path.Child("items").Child("value"), target.Value.ToString(), "custom metric target value must be greater than 0");
        }
    }
}
