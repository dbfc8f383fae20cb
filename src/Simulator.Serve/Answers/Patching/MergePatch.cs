using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Bodies;

namespace Simulator.Serve.Answers.Patching;

/// <summary>RFC 7386: null takes away, objects are merged, everything else replaces.</summary>
internal static class MergePatch
{
    public static JsonObject Apply(JsonObject document, byte[] patch)
    {
        var body = BodyTree.Parse(patch);
        if (body.Root is not JsonObject changes) throw new PatchException("Invalid JSON Patch");
        Merge(document, changes);
        return document;
    }

    private static void Merge(JsonObject document, JsonObject changes)
    {
        foreach (var (escaped, value) in changes)
        {
            // Quirk: the library decodes keys as if they were steps of a JSON pointer.
            var key = escaped.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (value is null) document.Remove(key);
            else if (value is JsonObject inside && document[key] is JsonObject target) Merge(target, inside);
            else document[key] = WithoutNulls(value);
        }
    }

    private static JsonNode WithoutNulls(JsonNode value)
    {
        var copy = value.DeepClone();
        Prune(copy);
        return copy;
    }

    private static void Prune(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items) Prune(item);
        }
        else if (node is JsonObject fields)
        {
            foreach (var key in fields.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList()) fields.Remove(key);
            foreach (var (_, inside) in fields) Prune(inside);
        }
    }
}
