using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Replay;

/// <summary>Lists whose order says nothing.</summary>
internal static class UnorderedLists
{
    /// <summary>With the items by namespace and name.</summary>
    public static JsonNode? Sorted(JsonNode? list)
    {
        if (list is not JsonObject document || document["items"] is not JsonArray items) return list;
        document["items"] = new JsonArray([.. items.Objects().OrderBy(Key, StringComparer.Ordinal).Select(item => item.DeepClone())]);
        return document;
    }

    private static string Key(JsonObject item) => $"{item["metadata"].Text("namespace")}/{item["metadata"].Text("name")}";
}
