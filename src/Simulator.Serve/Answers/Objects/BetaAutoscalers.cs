using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources;

namespace Simulator.Serve.Answers.Objects;

/// <summary>Autoscalers as extensions shows them (pkg/apis/extensions/v1beta1/conversion.go).</summary>
internal sealed class BetaAutoscalers : IView
{
    public void ToStored(JsonObject document)
    {
        var spec = document.Child("spec");
        var target = spec["scaleRef"] as JsonObject;
        var percent = spec["cpuUtilization"]?["targetPercentage"]?.DeepClone();
        document["spec"] = Spec(spec, "scaleTargetRef", Reference(target, null), "targetCPUUtilizationPercentage", percent);
    }

    public void ToShown(JsonObject document)
    {
        var spec = document.Child("spec");
        var target = spec["scaleTargetRef"] as JsonObject;
        var percent = spec["targetCPUUtilizationPercentage"] is { } value
            ? new JsonObject { ["targetPercentage"] = value.DeepClone() }
            : null;
        document["spec"] = Spec(spec, "scaleRef", Reference(target, "scale"), "cpuUtilization", percent);
    }

    private static JsonObject Spec(JsonObject from, string targetKey, JsonObject target, string usageKey, JsonNode? usage)
    {
        var spec = new JsonObject { [targetKey] = target };
        if (from["minReplicas"] is { } least) spec["minReplicas"] = least.DeepClone();
        spec["maxReplicas"] = from["maxReplicas"]?.DeepClone();
        if (usage is not null) spec[usageKey] = usage;
        return spec;
    }

    private static JsonObject Reference(JsonObject? from, string? subresource)
    {
        var reference = new JsonObject();
        if (from?.Text("kind") is { Length: > 0 } kind) reference["kind"] = kind;
        if (from?.Text("name") is { Length: > 0 } name) reference["name"] = name;
        if (from?.Text("apiVersion") is { Length: > 0 } version) reference["apiVersion"] = version;
        if (subresource is not null) reference["subresource"] = subresource;
        return reference;
    }
}
