using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Defaults;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>
/// Autoscalers that are stored with their metrics, as autoscaling/v1 shows them: the CPU has a field of its own, all else stands in
/// annotations (pkg/apis/autoscaling/v1/conversion.go of 1.20.2).
/// </summary>
internal sealed class PlainAutoscalers : IView
{
    private const string Percent = "targetCPUUtilizationPercentage";
    private const string Metrics = "autoscaling.alpha.kubernetes.io/metrics";
    private const string CurrentMetrics = "autoscaling.alpha.kubernetes.io/current-metrics";
    private const string Conditions = "autoscaling.alpha.kubernetes.io/conditions";
    private const string Behavior = "autoscaling.alpha.kubernetes.io/behavior";

    public void ToStored(JsonObject document)
    {
        var spec = document.Child("spec");
        var metrics = new JsonArray();
        if (spec[Percent].AsNumber() is { } percent) metrics.Add(LaterDefaults.Utilization(percent));
        foreach (var other in Noted(document, Metrics) as JsonArray ?? []) metrics.Add(other?.DeepClone());
        spec.Remove(Percent);
        if (metrics.Count > 0) spec["metrics"] = metrics;
        if (Noted(document, Behavior) is { } behavior) spec["behavior"] = behavior;
        StoreStatus(document);
        var annotations = document.Child("metadata").Child("annotations");
        foreach (var key in (string[])[Metrics, CurrentMetrics, Conditions, Behavior]) annotations.Remove(key);
    }

    public void ToShown(JsonObject document)
    {
        var (spec, status) = (document.Child("spec"), document.Child("status"));
        var metrics = spec["metrics"].Objects().ToList();
        if (metrics.Find(IsCpu) is { } cpu) spec[Percent] = cpu["resource"]!["target"]!["averageUtilization"]!.DeepClone();
        Note(document, Metrics, [.. metrics.Where(metric => !IsCpu(metric))]);
        if (spec["behavior"] is JsonObject behavior) document.Child("metadata").Child("annotations")[Behavior] = behavior.ToJsonString();
        var measured = status["currentMetrics"].Objects().ToList();
        if (measured.Find(metric => metric["resource"].Text("name") == "cpu")?["resource"]?["current"]?["averageUtilization"] is { } now)
        {
            status["currentCPUUtilizationPercentage"] = now.DeepClone();
        }

        Note(document, CurrentMetrics, measured);
        Note(document, Conditions, [.. status["conditions"].Objects()]);
        foreach (var key in (string[])["metrics", "behavior"]) spec.Remove(key);
        foreach (var key in (string[])["currentMetrics", "conditions"]) status.Remove(key);
    }

    private static void StoreStatus(JsonObject document)
    {
        if (document["status"] is not JsonObject status) return;
        status.Remove("currentCPUUtilizationPercentage");
        if (Noted(document, CurrentMetrics) is { } measured) status["currentMetrics"] = measured;
        if (Noted(document, Conditions) is { } conditions) status["conditions"] = conditions;
    }

    private static bool IsCpu(JsonObject metric) =>
        metric["resource"].Text("name") == "cpu" && metric["resource"]?["target"]?["averageUtilization"] is not null;

    private static void Note(JsonObject document, string key, List<JsonObject> all)
    {
        if (all.Count == 0) return;
        var copy = new JsonArray([.. all.Select(one => one.DeepClone())]);
        document.Child("metadata").Child("annotations")[key] = copy.ToJsonString();
    }

    /// <summary>Null: nothing, or nothing that can be read.</summary>
    private static JsonNode? Noted(JsonObject document, string key)
    {
        try
        {
            return document["metadata"]?["annotations"].Text(key) is { Length: > 0 } text ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
