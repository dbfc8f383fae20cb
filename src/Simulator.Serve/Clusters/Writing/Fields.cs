using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>Sets fields of documents as Go writes them with <c>omitempty</c>: what is empty is left out.</summary>
internal static class Fields
{
    private static readonly JsonDocumentOptions Loose = new() { AllowTrailingCommas = true };

    public static JsonObject Text(this JsonObject to, string key, string value) => value.Length > 0 ? to.Set(key, value) : to;

    public static JsonObject Number(this JsonObject to, string key, long? value) => value is null or 0 ? to : to.Set(key, value);

    public static JsonObject Flag(this JsonObject to, string key, bool value) => value ? to.Set(key, value) : to;

    public static JsonObject Node(this JsonObject to, string key, JsonNode? value) => value is null ? to : to.Set(key, value);

    public static JsonObject Map(this JsonObject to, string key, LabelSet? map)
    {
        if (map is not { Count: > 0 }) return to;
        var pairs = new JsonObject();
        foreach (var (name, value) in map.Pairs) pairs.Add(name, value);
        return to.Set(key, pairs);
    }

    public static JsonObject Texts(this JsonObject to, string key, IReadOnlyCollection<string> texts) =>
        texts.Count == 0 ? to : to.Set(key, new JsonArray([.. texts.Select(text => (JsonNode)text)]));

    public static JsonObject Amounts(this JsonObject to, string key, ResourceList amounts)
    {
        if (amounts.Amounts.Length == 0) return to;
        var map = new JsonObject();
        foreach (var (name, amount) in amounts.Amounts) map.Add(name, amount.ToString());
        return to.Set(key, map);
    }

    /// <summary>A list of objects; left out if it is empty.</summary>
    public static JsonObject List<T>(this JsonObject to, string key, IReadOnlyCollection<T>? items, Func<T, JsonNode> write) =>
        items is not { Count: > 0 } ? to : to.Set(key, new JsonArray([.. items.Select(write)]));

    /// <summary>Also null and empty values.</summary>
    public static JsonObject Set(this JsonObject to, string key, JsonNode? value)
    {
        to[key] = value;
        return to;
    }

    /// <summary>A number, or a text where it was written as one (IntOrString).</summary>
    public static JsonNode Either(string text, bool isText) => !isText && long.TryParse(text, out var number) ? number : text;

    /// <summary>What <c>Details.Rest</c> holds of keys that nobody reads.</summary>
    public static JsonObject Rest(string json) => json.Length == 0 ? [] : (JsonObject)JsonNode.Parse(json, null, Loose)!;

    /// <summary>Moves a field from one object to the other, if it is there.</summary>
    public static JsonObject Take(this JsonObject to, string key, JsonObject from)
    {
        if (from.Remove(key, out var value) && value is not null) to[key] = value;
        return to;
    }

    /// <summary>Moves all fields that are left, but not those that are there.</summary>
    public static JsonObject TakeAll(this JsonObject to, JsonObject from)
    {
        foreach (var key in from.Select(field => field.Key).ToList())
        {
            if (!to.ContainsKey(key)) to.Take(key, from);
        }

        return to;
    }
}
