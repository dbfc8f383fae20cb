using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Documents;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Patching;

/// <summary>Merges that know the lists of the API (pkg/util/strategicpatch/patch.go of 1.3.10).</summary>
internal static class StrategicPatch
{
    private const string Directive = "$patch";

    public static JsonObject Apply(JsonObject document, byte[] patch, StructType type)
    {
        if (BodyTree.Parse(patch).Root is not JsonObject changes) throw new PatchException("Invalid JSON document");
        return Merge(document, changes, new FieldType(FieldKind.Struct, type));
    }

    private static JsonObject Merge(JsonObject document, JsonObject changes, FieldType? type)
    {
        if (changes.ContainsKey(Directive)) return Directed(changes);
        foreach (var (key, value) in changes)
        {
            if (value is null) document.Remove(key);
            else document[key] = Merged(document[key], value, FieldOf(type, key), ElementOf(type));
        }

        return document;
    }

    private static JsonNode? Merged(JsonNode? old, JsonNode change, Field? field, FieldType? element) => (old, change) switch
    {
        (JsonObject fields, JsonObject inside) => Merge(fields.Copy(), inside, field?.Type ?? element),
        (JsonArray items, JsonArray more) when field is { IsMerged: true } => MergedList(items, more, field),
        _ => change.DeepClone(),
    };

    private static Field? FieldOf(FieldType? type, string key) => type?.Struct?.Find(key);

    private static FieldType? ElementOf(FieldType? type) => type?.Kind == FieldKind.Map ? type.Element : null;

    private static JsonObject Directed(JsonObject changes)
    {
        var word = changes[Directive].AsText();
        if (word is not ("replace" or "delete"))
            throw new PatchException($"unknown patch type: {word} in map: {GoMaps.Text(changes)}");
        if (word == "delete") return [];
        var replaced = changes.Copy();
        replaced.Remove(Directive);
        return replaced;
    }

    private static JsonArray MergedList(JsonArray items, JsonArray more, Field field)
    {
        if (items.Concat(more).All(item => item is JsonObject)) return MergedObjects(items, more, field);
        if (items.Concat(more).Any(item => item is JsonObject)) throw new PatchException("list element types are not identical");
        var all = items.Concat(more).DistinctBy(item => item?.ToJsonString()).Select(item => item?.DeepClone());
        return new JsonArray([.. all]);
    }

    private static JsonArray MergedObjects(JsonArray items, JsonArray more, Field field)
    {
        if (field.MergeKey is not { } mergeKey) throw new PatchException("cannot merge lists without merge key for type struct");
        var result = items.Objects().Select(item => item.Copy()).ToList();
        var plain = new List<JsonObject>();
        var isReplaced = false;
        foreach (var change in more.Objects())
        {
            if (!change.ContainsKey(Directive)) plain.Add(change);
            else isReplaced |= Direct(result, change, mergeKey);
        }

        if (isReplaced) return new JsonArray([.. plain.Select(item => item.DeepClone())]);
        foreach (var change in plain) Put(result, change, mergeKey, field.Type.Element);
        return new JsonArray([.. result]);
    }

    /// <summary>True if the whole list is replaced.</summary>
    private static bool Direct(List<JsonObject> items, JsonObject change, string mergeKey)
    {
        switch (change[Directive].AsText())
        {
            case "replace": return true;
            case "merge": throw new PatchException("merging lists cannot yet be specified in the patch");
            case "delete" when change[mergeKey] is { } value:
                if (Find(items, mergeKey, value) is >= 0 and var at) items.RemoveAt(at);
                return false;
            case "delete": throw new PatchException("delete patch type with no merge key defined");
            case var other: throw new PatchException($"unknown patch type: {other} in map: {GoMaps.Text(change)}");
        }
    }

    private static void Put(List<JsonObject> items, JsonObject change, string mergeKey, FieldType? element)
    {
        var value = change[mergeKey]
            ?? throw new PatchException($"map: {GoMaps.Text(change)} does not contain declared merge key: {mergeKey}");
        var at = Find(items, mergeKey, value);
        if (at < 0) items.Add(change.Copy());
        else items[at] = Merge(items[at], change, element);
    }

    private static int Find(List<JsonObject> items, string key, JsonNode value) =>
        items.FindIndex(item => item[key] is { } found && JsonNode.DeepEquals(found, value));
}
