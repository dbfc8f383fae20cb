using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Simulator.Serve.Resources.Fields;

namespace Simulator.Serve.Answers.Patching;

/// <summary>The three kinds of patches, by the type of their body.</summary>
internal static class PatchTable
{
    private static readonly FrozenDictionary<string, Func<JsonObject, byte[], StructType, JsonObject>> Kinds =
        new Dictionary<string, Func<JsonObject, byte[], StructType, JsonObject>>
        {
            ["application/json-patch+json"] = (document, patch, _) => JsonPatch.Apply(document, patch),
            ["application/merge-patch+json"] = (document, patch, _) => MergePatch.Apply(document, patch),
            ["application/strategic-merge-patch+json"] = StrategicPatch.Apply,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null: no such kind. Applied to a document, which is changed.</summary>
    public static Func<JsonObject, byte[], StructType, JsonObject>? Find(string? contentType) =>
        Kinds.GetValueOrDefault((contentType ?? "").Split(';')[0].Trim());
}
