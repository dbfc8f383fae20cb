using System.Text;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Api.Validation;

/// <summary>
/// The annotation with targets of custom metrics (validateHorizontalPodAutoscalerAnnotations in
/// pkg/apis/autoscaling/validation/validation.go of 1.3.10).
/// </summary>
internal static class CustomMetricRules
{
    private const string Annotation = "alpha/target.custom-metrics.podautoscaler.kubernetes.io";

    private static readonly FieldPath Path = FieldPath.Metadata.Child("annotations");

    public static void Check(LabelSet annotations, FieldErrors errors)
    {
        if (!annotations.TryGetValue(Annotation, out var text)) return;
        var diagnostics = new Diagnostics();
        var values = SourceTree.ParseJson("annotation", Encoding.UTF8.GetBytes(text), diagnostics, DuplicateKeys.LastWins);
        var cursor = values.Count == 1
            ? new SourceCursor(values[0], SourcePath.Root, new ReadingContext(diagnostics, ReadingRules.Annotation))
            : default;
        var targets = values.Count == 1 ? cursor.Read(fields => new Targets(fields.List("items", Read)))?.Items : null;
        if (targets is null || diagnostics.HasErrors)
            errors.InvalidJson(Path, JsonText.Of(annotations), "failed to parse custom metrics target annotation");
        else Check(targets, errors);
    }

    private static void Check(IReadOnlyList<Target> targets, FieldErrors errors)
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

    private static Target Read(FieldReader fields) => new(fields.Text("name"), fields.Optional("value")?.Amount() ?? Quantity.Zero);

    private sealed record Target(string Name, Quantity Value);

    private sealed record Targets(IReadOnlyList<Target> Items);
}
