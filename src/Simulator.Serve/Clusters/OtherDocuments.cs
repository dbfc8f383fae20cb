using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Clusters;

/// <summary>Documents of kinds that nobody acts upon, by resource and then in the order of their keys.</summary>
internal sealed class OtherDocuments
{
    private readonly Dictionary<string, SortedDictionary<DocumentKey, JsonObject>> _resources = new(StringComparer.Ordinal);

    public JsonObject? Find(DocumentKey key) => Of(key.Resource).GetValueOrDefault(key);

    public IReadOnlyList<JsonObject> List(string resource, string? home) =>
        [.. Of(resource).Where(pair => home is null || pair.Key.Namespace == home).Select(pair => pair.Value)];

    public void Set(DocumentKey key, JsonObject document) => Of(key.Resource)[key] = document;

    public void Remove(DocumentKey key) => Of(key.Resource).Remove(key);

    /// <summary>All that lies in a namespace.</summary>
    public IReadOnlyList<DocumentKey> In(string home) =>
        [.. _resources.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.Keys)
            .Where(key => key.Namespace == home)];

    private SortedDictionary<DocumentKey, JsonObject> Of(string resource)
    {
        if (!_resources.TryGetValue(resource, out var documents)) _resources.Add(resource, documents = []);
        return documents;
    }
}
