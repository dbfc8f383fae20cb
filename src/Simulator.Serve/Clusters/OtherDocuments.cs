using Simulator.Serve.Documents;

namespace Simulator.Serve.Clusters;

/// <summary>Documents of kinds that nobody acts upon, by resource and then in the order of their keys.</summary>
internal sealed class OtherDocuments
{
    private readonly Dictionary<string, SortedDictionary<DocumentKey, PlainDocument>> _resources = new(StringComparer.Ordinal);

    public PlainDocument? Find(DocumentKey key) => Of(key.Resource).GetValueOrDefault(key);

    public IReadOnlyList<StoredDocument> List(string resource, string? home) =>
        [.. Of(resource).Where(pair => home is null || pair.Key.Namespace == home).Select(pair => pair.Value)];

    public void Set(DocumentKey key, PlainDocument document) => Of(key.Resource)[key] = document;

    public void Remove(DocumentKey key) => Of(key.Resource).Remove(key);

    /// <summary>All that lies in a namespace.</summary>
    public IReadOnlyList<DocumentKey> In(string home) =>
        [.. _resources.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => pair.Value.Keys)
            .Where(key => key.Namespace == home)];

    private SortedDictionary<DocumentKey, PlainDocument> Of(string resource)
    {
        if (!_resources.TryGetValue(resource, out var documents)) _resources.Add(resource, documents = []);
        return documents;
    }
}
