using System.Text.Json.Nodes;

namespace Simulator.Serve.Replay;

/// <summary>The first difference of two trees, with its path: a missing key, a null and an empty value are three things.</summary>
internal static class JsonComparison
{
    public static string? Difference(JsonNode? recorded, JsonNode? ours, string path = "")
    {
        if (recorded is JsonObject theirs && ours is JsonObject own) return OfObjects(theirs, own, path);
        if (recorded is JsonArray items && ours is JsonArray ownItems) return OfArrays(items, ownItems, path);
        return JsonNode.DeepEquals(recorded, ours) ? null : $"{path} is {Shown(ours)}, recorded {Shown(recorded)}";
    }

    private static string? OfObjects(JsonObject recorded, JsonObject ours, string path)
    {
        foreach (var (key, value) in recorded)
        {
            if (!ours.TryGetPropertyValue(key, out var own)) return $"{path}.{key} is missing, recorded {Shown(value)}";
            if (Difference(value, own, $"{path}.{key}") is { } difference) return difference;
        }

        foreach (var (key, value) in ours)
        {
            if (!recorded.ContainsKey(key)) return $"{path}.{key} is {Shown(value)}, recorded without it";
        }

        return null;
    }

    private static string? OfArrays(JsonArray recorded, JsonArray ours, string path)
    {
        for (var i = 0; i < recorded.Count && i < ours.Count; i++)
        {
            if (Difference(recorded[i], ours[i], $"{path}[{i}]") is { } difference) return difference;
        }

        return recorded.Count == ours.Count ? null : $"{path} has {ours.Count} items, recorded {recorded.Count}";
    }

    private static string Shown(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length > 300 ? text[..300] + "..." : text;
    }
}
