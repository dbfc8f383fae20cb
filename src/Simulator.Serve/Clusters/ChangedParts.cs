using System.Text.Json.Nodes;
using Simulator.World.Specification.Operations;

namespace Simulator.Serve.Clusters;

/// <summary>Which parts of an object a client has changed.</summary>
internal static class ChangedParts
{
    public static StoredParts Of(JsonObject before, JsonObject now)
    {
        var parts = Differ(before, now, "metadata") ? StoredParts.Metadata : 0;
        if (Differ(before, now, "status")) parts |= StoredParts.Status;
        if (Differ(before["spec"], now["spec"], "template")) parts |= StoredParts.Template;
        if (RestDiffers(before, now) || SpecDiffers(before["spec"], now["spec"]) || IsFeature(before, now)) parts |= StoredParts.Spec;
        return parts;
    }

    private static bool Differ(JsonNode? before, JsonNode? now, string key) => !JsonNode.DeepEquals(Field(before, key), Field(now, key));

    private static JsonNode? Field(JsonNode? of, string key) => of is JsonObject fields ? fields[key] : null;

    private static bool SpecDiffers(JsonNode? before, JsonNode? now) =>
        (before, now) is not (JsonObject was, JsonObject goes)
            ? !JsonNode.DeepEquals(before, now)
            : Keys(was, goes).Any(key => key != "template" && !JsonNode.DeepEquals(was[key], goes[key]));

    private static bool RestDiffers(JsonObject before, JsonObject now) =>
        Keys(before, now).Any(key => key is not ("metadata" or "spec" or "status" or "kind" or "apiVersion") && Differ(before, now, key));

    /// <summary>1.3 keeps what a pod tolerates and the taints of a node in annotations, and they are read with the spec.</summary>
    private static bool IsFeature(JsonObject before, JsonObject now) =>
        Differ(before["metadata"], now["metadata"], "annotations") && Field(now["spec"], "template") is null;

    private static IEnumerable<string> Keys(JsonObject one, JsonObject other) =>
        one.Select(field => field.Key).Union(other.Select(field => field.Key), StringComparer.Ordinal);
}
