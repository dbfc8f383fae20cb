using System.Text.Json.Nodes;

namespace Simulator.Api.Manifests;

/// <summary>Defaults of pods that API servers write into what they store and that no manifest needs to say (defaults.go of v1).</summary>
internal static class StoredDefaults
{
    /// <summary>Takes them out of a pod, or out of the template of a controller.</summary>
    public static void TakeAway(JsonObject document)
    {
        if (document["spec"] is not JsonObject spec) return;
        if (spec["containers"] is JsonArray) TakeFrom(spec);
        if (spec["template"]?["spec"] is JsonObject template) TakeFrom(template);
    }

    private static void TakeFrom(JsonObject spec)
    {
        if (Text(spec, "dnsPolicy") == "ClusterFirst") spec.Remove("dnsPolicy");
        if (Text(spec, "schedulerName") == "default-scheduler") spec.Remove("schedulerName");
        if (spec["enableServiceLinks"] is JsonValue links && links.TryGetValue<bool>(out var has) && has) spec.Remove("enableServiceLinks");
        if (spec["securityContext"] is JsonObject { Count: 0 }) spec.Remove("securityContext");
        if (spec["containers"] is not JsonArray containers) return;
        foreach (var container in containers.OfType<JsonObject>())
        {
            if (Text(container, "terminationMessagePath") == "/dev/termination-log") container.Remove("terminationMessagePath");
            if (Text(container, "terminationMessagePolicy") == "File") container.Remove("terminationMessagePolicy");
            if (Text(container, "imagePullPolicy") == PullPolicy.Of(Text(container, "image") ?? "")) container.Remove("imagePullPolicy");
        }
    }

    private static string? Text(JsonObject of, string key) =>
        of[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
