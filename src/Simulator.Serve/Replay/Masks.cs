using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Replay;

/// <summary>Hides what differs from server to server, and keeps whether it is null, absent or set.</summary>
/// <param name="request">What a client set itself is compared.</param>
internal sealed partial class Masks(string request)
{
    private static readonly HashSet<string> Always = new(StringComparer.Ordinal)
    {
        "uid", "resourceVersion", "creationTimestamp", "deletionTimestamp", "startTime", "startedAt", "finishedAt", "firstTimestamp",
        "lastTimestamp", "podIP", "hostIP", "containerID", "imageID", "controller-uid", "serverAddress", "goVersion", "buildDate",
        "basePath",
        "gitCommit", "gitTreeState", "address", "Port",
    };

    public JsonNode? Of(JsonNode? node) => node switch
    {
        JsonObject fields => OfObject(fields),
        JsonArray items => new JsonArray([.. items.Select(Of)]),
        _ => node.AsText() is { } text ? Text(text) : node?.DeepClone(),
    };

    private JsonObject OfObject(JsonObject fields)
    {
        var result = new JsonObject();
        foreach (var (key, value) in fields) result[key] = Field(key, value);
        if (result.Text("generateName") is { Length: > 0 } prefix && result.Text("name").StartsWith(prefix, StringComparison.Ordinal))
            MaskName(result, prefix, result.Text("name"));
        return result;
    }

    private JsonNode? Field(string key, JsonNode? value)
    {
        if (value is null or JsonObject or JsonArray) return Of(value);
        if (Always.Contains(key) || (key.StartsWith("last", StringComparison.Ordinal) && key.EndsWith("Time", StringComparison.Ordinal)))
            return value.GetValueKind() == JsonValueKind.String && value.AsText() is "" ? "" : "<set>";
        if (key == "clusterIP" && IsMade(value.AsText()!) && Address().IsMatch(value.AsText()!)) return "10.0.0.<made>";
        if (key == "nodePort" && IsMade(value.ToJsonString()) && value.AsNumber() is >= 30000 and <= 32767) return "<node port>";
        return Of(value);
    }

    private bool IsMade(string text) => !request.Contains(text, StringComparison.Ordinal);

    private void MaskName(JsonObject metadata, string prefix, string name)
    {
        if (!IsMade(name) || name.Length != prefix.Length + 5 || request.Length == 0) return;
        metadata["name"] = prefix + "<made>";
        metadata["selfLink"] = metadata.Text("selfLink").Replace(name, prefix + "<made>", StringComparison.Ordinal);
    }

    /// <summary>Sentences name uids, versions and places in memory.</summary>
    private static string Text(string text)
    {
        text = Uid().Replace(text, "<uid>");
        text = Memory().Replace(text, "<memory>");
        return OldVersion().Replace(text, "too old resource version: <version>");
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uid();

    [GeneratedRegex("0xc[0-9a-f]{6,}")]
    private static partial Regex Memory();

    [GeneratedRegex("too old resource version: [0-9]+ \\([0-9]+\\)")]
    private static partial Regex OldVersion();

    [GeneratedRegex("^10\\.0\\.0\\.[0-9]+$")]
    private static partial Regex Address();
}
