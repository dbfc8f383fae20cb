using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>What may stand as a value: in words, and as a JSON Schema.</summary>
/// <param name="Words">For a table: <c>duration</c>, <c>list of node pools</c>.</param>
/// <param name="Schema">A new node at each call; mappings add their definition to the book.</param>
internal sealed record ValueForm(string Words, Func<SchemaBook, JsonObject> Schema)
{
    /// <summary>The mapping or the items of a list below; null for a plain value.</summary>
    public IShape? Below { get; init; }

    /// <summary>A path relative to the file's own folder, or a list of them.</summary>
    public bool IsPath { get; init; }
}
