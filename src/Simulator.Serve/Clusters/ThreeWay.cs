using System.Text.Json.Nodes;

namespace Simulator.Serve.Clusters;

/// <summary>
/// What a client has given, with what the cluster has changed of it since: where the simulated object says the same as when it was given,
/// the client's own words stay, fields that nobody acts upon among them.
/// </summary>
internal static class ThreeWay
{
    /// <param name="then">The simulated object as it was written out when the client gave its document.</param>
    /// <param name="given">The client's document.</param>
    /// <param name="now">The simulated object as it is written out now.</param>
    public static JsonNode? Merge(JsonNode? then, JsonNode? given, JsonNode? now)
    {
        if (JsonNode.DeepEquals(then, now)) return given?.DeepClone();
        return (then, given, now) switch
        {
            (JsonObject was, JsonObject own, JsonObject goes) => Merge(was, own, goes),
            (JsonArray was, JsonArray own, JsonArray goes) when was.Count == own.Count => Merge(was, own, goes),
            _ => now?.DeepClone(),
        };
    }

    /// <summary>In the order of what is written now; what only the client has said keeps its place after what it stood behind.</summary>
    private static JsonObject Merge(JsonObject then, JsonObject given, JsonObject now)
    {
        var merged = new JsonObject();
        foreach (var (key, value) in given)
        {
            if (now.ContainsKey(key)) merged.Add(key, Merge(then[key], value, now[key]));
            else if (!then.ContainsKey(key)) merged.Add(key, value?.DeepClone());
        }

        foreach (var (key, value) in now)
        {
            if (!given.ContainsKey(key) && !(then.ContainsKey(key) && JsonNode.DeepEquals(then[key], value))) Add(merged, key, value);
        }

        return merged;
    }

    private static void Add(JsonObject merged, string key, JsonNode? value) => merged.Add(key, value?.DeepClone());

    /// <summary>Items by their names where they have some, else by their places.</summary>
    private static JsonArray Merge(JsonArray then, JsonArray given, JsonArray now)
    {
        var merged = new JsonArray();
        for (var i = 0; i < now.Count; i++)
        {
            var place = PlaceOf(now[i], i, then);
            merged.Add(place < 0 ? now[i]?.DeepClone() : Merge(then[place], given[place], now[i]));
        }

        return merged;
    }

    private static int PlaceOf(JsonNode? item, int index, JsonArray then)
    {
        if (NameOf(item) is not { } name) return index < then.Count && JsonNode.DeepEquals(then[index], item) ? index : -1;
        for (var i = 0; i < then.Count; i++)
        {
            if (NameOf(then[i]) == name) return i;
        }

        return -1;
    }

    private static string? NameOf(JsonNode? item) =>
        item is JsonObject named && (named["name"] ?? named["type"]) is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : null;
}
