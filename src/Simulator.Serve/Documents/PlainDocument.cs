using System.Text.Json.Nodes;

namespace Simulator.Serve.Documents;

/// <summary>A version that is kept as its document.</summary>
public sealed class PlainDocument(JsonObject json) : StoredDocument
{
    public override JsonObject Json => json;
}
