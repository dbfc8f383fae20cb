using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Changing;

/// <summary>
/// A store for who only wants to know what would be: it shows what is there, and what is written is given back and forgotten.
/// </summary>
internal sealed class DryDocuments(IDocumentStore store) : IDocumentStore
{
    public event Action<DocumentChange>? Changed
    {
        add => store.Changed += value;
        remove => store.Changed -= value;
    }

    public long Version => store.Version;

    public JsonObject? Find(DocumentKey key) => store.Find(key);

    public IReadOnlyList<StoredDocument> Stored(string resource, string? home) => store.Stored(resource, home);

    public JsonObject Put(DocumentKey key, JsonObject document)
    {
        var written = document.Copy();
        if (store.Find(key) is { } before) written.Child("metadata").Take(before["metadata"]!.AsObject(), "resourceVersion");
        return written;
    }

    public void Remove(DocumentKey key)
    {
        // It stays.
    }

    public IReadOnlyList<DocumentChange>? ChangesAfter(long version) => store.ChangesAfter(version);
}
