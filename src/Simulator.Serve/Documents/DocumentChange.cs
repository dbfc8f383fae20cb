using System.Text.Json.Nodes;

namespace Simulator.Serve.Documents;

/// <summary>A write that the store has taken.</summary>
/// <param name="Version">Of the store after it.</param>
/// <param name="Before">Null: the object is new.</param>
/// <param name="Now">Null: the object is gone.</param>
public readonly record struct DocumentChange(long Version, DocumentKey Key, JsonObject? Before, JsonObject? Now);
