using System.Text.Json.Nodes;

namespace Simulator.Serve.Documents;

/// <summary>Lists for who wants the documents themselves.</summary>
public static class DocumentLists
{
    /// <summary>In the order of their keys; of all namespaces for null.</summary>
    public static IReadOnlyList<JsonObject> List(this IDocumentStore store, string resource, string? home) =>
        [.. store.Stored(resource, home).Select(stored => stored.Json)];
}
