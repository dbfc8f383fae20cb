using Simulator.Api;
using Simulator.Api.Sources;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>What custom metrics ask for: the highest number, and the first metric that asks for it.</summary>
/// <param name="Metric">"Custom metric NAME"; "" if there is none.</param>
/// <param name="Status">The new annotation; "" = it stays.</param>
internal sealed record CustomProposal(int Replicas, string Metric, Instant? Timestamp, string Status)
{
    public static readonly CustomProposal None = new(0, "", null, "");
}

/// <summary>Replicas by custom metrics (computeReplicasForCustomMetrics in pkg/controller/podautoscaler/horizontal.go of 1.3.10).</summary>
internal static class CustomRule
{
    public static IEnumerable<Wait> Measure(PassContext pass, string annotation, Measured<CustomProposal> into)
    {
        if (TargetsIn(annotation, into) is not { } targets) yield break;
        var highest = CustomProposal.None;
        List<(string Name, string Value)> measured = [];
        foreach (var target in targets)
        {
            if (pass.Selector(into) is not { } selector) yield break;
            var average = new Measured<CustomMetricAverage>();
            foreach (var wait in MetricsReader.Custom(target.Name, pass.Scaler.Namespace, selector, average)) yield return wait;
            if (average.Value is not { } value)
            {
                pass.Tell(EventType.Warning, "FailedGetCustomMetrics", average.Error);
                into.Error = $"failed to get custom metric value: {average.Error}";
                yield break;
            }

            highest = Higher(highest, target, value, pass.Scale.CurrentReplicas);
            measured.Add((target.Name, MetricValueText.Of(value.Value)));
        }

        into.Value = highest with { Status = CustomMetricText.Write(measured) };
    }

    /// <summary>Null: the answer is there already.</summary>
    private static IReadOnlyList<CustomMetricTarget>? TargetsIn(string annotation, Measured<CustomProposal> into)
    {
        if (annotation.Length == 0)
        {
            into.Value = CustomProposal.None;
            return null;
        }

        var targets = CustomMetricText.Read(annotation);
        if (targets is null) into.Error = "failed to parse custom metrics annotation: " + SyntaxFault(annotation);
        else if (targets.Count == 0) into.Error = "no custom metrics in annotation";
        return into.Error.Length > 0 ? null : targets;
    }

    private static CustomProposal Higher(CustomProposal highest, CustomMetricTarget target, CustomMetricAverage average, int current)
    {
        var replicas = UsageRatio.Replicas(average.Value / (target.Value.MilliValue / 1000.0), current);
        return replicas > highest.Replicas
            ? new CustomProposal(replicas, $"Custom metric {target.Name}", average.Timestamp, "")
            : highest;
    }

    /// <summary>Go's words for the commonest mistake.</summary>
    private static string SyntaxFault(string text) => text.TrimStart() is [var first, ..] && first is not ('{' or '[' or '"')
        ? $"invalid character '{first}' looking for beginning of value"
        : "unexpected end of JSON input";
}
