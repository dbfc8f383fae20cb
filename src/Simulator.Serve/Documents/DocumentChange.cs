using System.Text.Json.Nodes;

namespace Simulator.Serve.Documents;

/// <summary>A write that the store has taken. Who does not look at the documents does not pay for their making.</summary>
/// <param name="Version">Of the store after it.</param>
/// <param name="Old">Null: the object is new.</param>
/// <param name="New">Null: the object is gone.</param>
public readonly record struct DocumentChange(long Version, DocumentKey Key, StoredDocument? Old, StoredDocument? New)
{
    /// <summary>The object was not there before.</summary>
    public bool IsNew => Old is null;

    /// <summary>The object is gone.</summary>
    public bool IsGone => New is null;

    /// <summary>Null: the object is new.</summary>
    public JsonObject? Before => Old?.Json;

    /// <summary>Null: the object is gone.</summary>
    public JsonObject? Now => New?.Json;
}
