using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Replay;

/// <summary>A write to the store of the recorded server.</summary>
public sealed class RecordedChange(JsonObject line)
{
    public double Time => RecordedNumbers.Of(line["t"]);

    /// <summary>The store's version after it.</summary>
    public long Index => line["index"].AsNumber() ?? 0;

    public bool IsOfClient => line.Text("by") == "client";

    /// <summary>Of the exchange that caused it; 0: none.</summary>
    public int Sequence => (int)(line["seq"].AsNumber() ?? 0);

    /// <summary>Null: the object is gone.</summary>
    public JsonObject? Value => line["value"] as JsonObject;

    /// <summary>Null: something that is no object, such as the range of addresses.</summary>
    public DocumentKey? Key => line.Text("key").Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["ranges", ..] => null,
        ["minions", var name] => new DocumentKey("nodes", "", name),
        ["controllers", var home, var name] => new DocumentKey("replicationcontrollers", home, name),
        ["services", "specs", var home, var name] => new DocumentKey("services", home, name),
        ["services", "endpoints", var home, var name] => new DocumentKey("endpoints", home, name),
        ["ingress", var home, var name] => new DocumentKey("ingresses", home, name),
        [var resource, var home, var name] => new DocumentKey(resource, home, name),
        [var resource, var name] => new DocumentKey(resource, "", name),
        _ => null,
    };
}
