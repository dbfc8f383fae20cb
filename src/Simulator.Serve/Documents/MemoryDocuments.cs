using System.Text.Json.Nodes;

namespace Simulator.Serve.Documents;

/// <summary>Documents that nobody simulates: what a recording is replayed on, and kinds that do not act.</summary>
public sealed class MemoryDocuments : IDocumentStore
{
    private readonly SortedDictionary<DocumentKey, PlainDocument> _documents = [];
    private readonly List<DocumentChange> _changes = [];
    private long _forgotten;

    public event Action<DocumentChange>? Changed;

    public long Version { get; private set; }

    public JsonObject? Find(DocumentKey key) => _documents.GetValueOrDefault(key)?.Json;

    public IReadOnlyList<StoredDocument> Stored(string resource, string? home) =>
    [
        .. _documents.Where(pair => pair.Key.Resource == resource && (home is null || pair.Key.Namespace == home))
            .Select(pair => pair.Value),
    ];

    public JsonObject Put(DocumentKey key, JsonObject document)
    {
        var stored = (JsonObject)document.DeepClone();
        if (stored["metadata"] is not JsonObject metadata) stored["metadata"] = metadata = [];
        if (!metadata.ContainsKey("resourceVersion")) metadata.Insert(metadata.IndexOf("uid") + 1, "resourceVersion", null);
        metadata["resourceVersion"] = $"{Version + 1}";
        var (before, now) = (_documents.GetValueOrDefault(key), new PlainDocument(stored));
        _documents[key] = now;
        Commit(key, before, now);
        return stored;
    }

    public void Remove(DocumentKey key)
    {
        if (!_documents.Remove(key, out var before)) throw new KeyNotFoundException($"{key} is not there");
        Commit(key, before, null);
    }

    public IReadOnlyList<DocumentChange>? ChangesAfter(long version) =>
        version < _forgotten ? null : [.. _changes.Where(change => change.Version > version)];

    /// <summary>Takes objects as a server returned them, names, uids and versions as they are, without telling anybody.</summary>
    public void Load(DocumentKey key, JsonObject document) => _documents[key] = new PlainDocument(document);

    /// <summary>Sets the counter; the changes before are forgotten.</summary>
    /// <param name="remembered">As many versions before count as known, and as having changed nothing.</param>
    public void BeginAt(long version, long remembered = 0)
    {
        Version = version;
        _forgotten = Math.Max(0, version - remembered);
        _changes.Clear();
    }

    /// <summary>Lets versions pass without a change, as those of what is not kept here do.</summary>
    public void Skip(long version) => Version = Math.Max(Version, version);

    private void Commit(DocumentKey key, PlainDocument? before, PlainDocument? now)
    {
        var change = new DocumentChange(++Version, key, before, now);
        _changes.Add(change);
        Changed?.Invoke(change);
        before?.Pass();
    }
}
