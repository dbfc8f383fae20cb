using Simulator.Scenarios.Files.Shapes;

namespace Simulator.Scenarios.Files.Settings;

/// <summary>What may stand in a place of a file.</summary>
/// <param name="Below">The keys of the mapping, or those of each item of the list; null: free keys, or a plain value.</param>
/// <param name="Form">Null: the whole file, or the item of a list.</param>
internal sealed record Level(IShape? Below, ValueForm? Form)
{
    public bool IsMapping => Below is not null && !IsList || TypeIs("object");

    public bool IsList => TypeIs("array");

    public Level Item => new(Below, Form: null);

    public Level At(string key) =>
        Below?.Keys.FirstOrDefault(known => known.Name == key) is { } known
            ? new Level(known.Form.Below, known.Form)
            : new Level(null, null);

    private bool TypeIs(string type) =>
        Form?.Schema(new SchemaBook([]))["type"] is System.Text.Json.Nodes.JsonValue value
        && value.TryGetValue<string>(out var text)
        && text == type;
}
