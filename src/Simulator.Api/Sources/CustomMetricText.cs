using System.Text;
using Simulator.Api.Documents;

namespace Simulator.Api.Sources;

/// <param name="Value">Average over the pods that is aimed at.</param>
public sealed record CustomMetricTarget(string Name, Quantity Value);

/// <summary>The annotations that carry custom metrics of autoscalers (pkg/controller/podautoscaler/horizontal.go of 1.3.10).</summary>
public static class CustomMetricText
{
    /// <summary>What is aimed at: <c>{"items":[{"name":"qps","value":"20"}]}</c>.</summary>
    public const string Target = "alpha/target.custom-metrics.podautoscaler.kubernetes.io";

    /// <summary>What was measured, in the same form.</summary>
    public const string Status = "alpha/status.custom-metrics.podautoscaler.kubernetes.io";

    /// <summary>Null if the text cannot be read.</summary>
    public static IReadOnlyList<CustomMetricTarget>? Read(string text)
    {
        var diagnostics = new Diagnostics();
        var values = SourceTree.ParseJson("annotation", Encoding.UTF8.GetBytes(text), diagnostics, DuplicateKeys.LastWins);
        if (values.Count != 1) return null;
        var cursor = new SourceCursor(values[0], SourcePath.Root, new ReadingContext(diagnostics, ReadingRules.Annotation));
        var targets = cursor.Read(fields => new Targets(fields.List("items", Read)))?.Items;
        return diagnostics.HasErrors ? null : targets;
    }

    /// <summary>Of measured values in their canonical form.</summary>
    public static string Write(IEnumerable<(string Name, string Value)> measured) =>
        JsonText.Map(("items", JsonText.List(measured.Select(metric => JsonText.Map(
            ("name", JsonText.Of(metric.Name)), ("value", JsonText.Of(metric.Value)))))));

    private static CustomMetricTarget Read(FieldReader fields) =>
        new(fields.Text("name"), fields.Optional("value")?.Amount() ?? Quantity.Zero);

    private sealed record Targets(IReadOnlyList<CustomMetricTarget> Items);
}
