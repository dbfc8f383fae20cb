using System.Text.Json.Nodes;

namespace Simulator.Serve.Documents;

/// <summary>A write that the store has taken. Who does not look at the documents does not pay for their making.</summary>
public readonly struct DocumentChange
{
    private readonly object? _before;
    private readonly object? _now;

    public DocumentChange(long version, DocumentKey key, JsonObject? before, JsonObject? now) =>
        (Version, Key, _before, _now) = (version, key, before, now);

    /// <summary>The documents are made when they are asked for.</summary>
    public DocumentChange(long version, DocumentKey key, Func<JsonObject>? before, Func<JsonObject>? now) =>
        (Version, Key, _before, _now) = (version, key, before, now);

    /// <summary>Of the store after it.</summary>
    public long Version { get; }

    public DocumentKey Key { get; }

    /// <summary>The object was not there before.</summary>
    public bool IsNew => _before is null;

    /// <summary>The object is gone.</summary>
    public bool IsGone => _now is null;

    /// <summary>Null: the object is new.</summary>
    public JsonObject? Before => Made(_before);

    /// <summary>Null: the object is gone.</summary>
    public JsonObject? Now => Made(_now);

    private static JsonObject? Made(object? state) => state is Func<JsonObject> make ? make() : (JsonObject?)state;
}
