using System.Text.Json.Nodes;

namespace Simulator.Serve.Documents;

/// <summary>
/// The objects as the API shows them: JSON documents in the shape in which 1.3.10 stores them, under one counter. Documents are never
/// changed in place: who changes one clones it first.
/// </summary>
public interface IDocumentStore
{
    /// <summary>Called after each write, in their order.</summary>
    event Action<DocumentChange>? Changed;

    /// <summary>Grows by one with every write.</summary>
    long Version { get; }

    JsonObject? Find(DocumentKey key);

    /// <summary>In the order of their keys; of all namespaces for null.</summary>
    IReadOnlyList<StoredDocument> Stored(string resource, string? home);

    /// <summary>Stores a new object or a new version of one, and gives it back with its resourceVersion.</summary>
    JsonObject Put(DocumentKey key, JsonObject document);

    /// <summary>Removes an object, which is there.</summary>
    void Remove(DocumentKey key);

    /// <summary>The changes after a version, oldest first; null if they are forgotten.</summary>
    IReadOnlyList<DocumentChange>? ChangesAfter(long version);
}
