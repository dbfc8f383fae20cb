using System.Text;
using System.Text.Json;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Manifests;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>What clients from outside had stored in a run that was served.</summary>
internal static class StoredObjects
{
    /// <param name="origin">What the cluster's clocks showed at the start.</param>
    /// <returns>Null after an error.</returns>
    public static OperationSpec? Store(OperationDraft draft, SourceCursor cursor, DateTimeOffset origin)
    {
        try
        {
            var parts = draft.Parts?.Aggregate((one, other) => one | other) ?? StoredParts.All;
            return new StoreOperation(Read(cursor.Text()!, origin), parts);
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException or InvalidOperationException)
        {
            cursor.Error($"the text is no object as JSON: {wrong.Message}");
            return null;
        }
    }

    /// <returns>Null after an error.</returns>
    public static OperationSpec? Remove(OperationDraft draft, SourceCursor cursor)
    {
        IReadOnlyList<string> kinds = [.. ObjectNames.Kinds, "Node", "Cluster", .. ObjectNames.Later];
        if (ObjectNames.Read(cursor, kinds) is not var (kind, name)) return null;
        var isCommon = !ObjectNames.IsInNamespace(kind) || kind == "Cluster";
        return new RemoveOperation(kind, new ObjectKey(isCommon ? "" : draft.Namespace, name));
    }

    private static ApiObject Read(string text, DateTimeOffset origin)
    {
        using var document = JsonDocument.Parse(text);
        return StoredReader.Read(
            Encoding.UTF8.GetBytes(text), TextOf(document.RootElement, "kind"), TextOf(document.RootElement, "apiVersion"), origin);
    }

    private static string TextOf(JsonElement of, string key) =>
        of.TryGetProperty(key, out var value) ? value.GetString() ?? "" : throw new FormatException($"the key '{key}' is missing");
}
