using System.Text.Json;
using System.Text.Json.Nodes;

namespace Simulator.Serve.Documents;

/// <summary>Short words for what is read from documents.</summary>
public static class JsonExtensions
{
    /// <summary>"" for what is not a text.</summary>
    public static string Text(this JsonNode? node, string key) => (node as JsonObject)?[key].AsText() ?? "";

    /// <summary>Null for what is not a text.</summary>
    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Null for what is not a whole number.</summary>
    public static long? AsNumber(this JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number) return null;
        if (value.TryGetValue<long>(out var whole)) return whole;
        return value.TryGetValue<int>(out var small) ? small : null;
    }

    public static bool IsTrue(this JsonNode? node) => node is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>The object at a key, an empty one that is put there if there is none.</summary>
    public static JsonObject Child(this JsonObject parent, string key)
    {
        if (parent[key] is JsonObject child) return child;
        var made = new JsonObject();
        parent[key] = made;
        return made;
    }

    public static JsonObject Copy(this JsonObject node) => (JsonObject)node.DeepClone();

    /// <summary>Copies a key of another object, or takes it away if it is not there.</summary>
    public static void Take(this JsonObject target, JsonObject source, string key)
    {
        if (source.TryGetPropertyValue(key, out var value)) target[key] = value?.DeepClone();
        else target.Remove(key);
    }

    /// <summary>The objects of a list; none for what is not a list.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];

    /// <summary>Kind of a JSON value, null for null.</summary>
    public static JsonValueKind KindOf(this JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;
}
