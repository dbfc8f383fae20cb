using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Writes shapes as a JSON Schema: each shape once, under <c>$defs</c>.</summary>
/// <param name="measures">Names of measures; empty: whatever name will do.</param>
internal sealed partial class SchemaBook(IReadOnlyList<string> measures)
{
    private readonly Dictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);

    /// <summary>The whole schema of a document.</summary>
    /// <param name="measures">Names of measures, as <c>IMeasureBook</c> has them.</param>
    public static JsonObject Write(IShape root, string title, IReadOnlyList<string> measures)
    {
        var book = new SchemaBook(measures);
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        foreach (var (key, value) in book.Define(root).ToList()) schema[key] = value?.DeepClone();
        schema["$defs"] = new JsonObject(book._definitions.OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Key, entry.Value)));
        return schema;
    }

    /// <summary>Those that are whole names, and a pattern for each that has a hole.</summary>
    public JsonObject Measures()
    {
        if (measures.Count == 0) return new JsonObject { ["type"] = "string" };
        var names = measures.Where(name => !name.Contains('<', StringComparison.Ordinal)).Select(name => JsonValue.Create(name));
        var patterns = measures.Where(name => name.Contains('<', StringComparison.Ordinal))
            .Select(name => new JsonObject { ["pattern"] = $"^{Holes().Replace(Regex.Escape(name), ".+")}$" });
        return new JsonObject { ["anyOf"] = new JsonArray([new JsonObject { ["enum"] = new JsonArray([.. names]) }, .. patterns]) };
    }

    [GeneratedRegex("<[a-z]+>")]
    private static partial Regex Holes();

    public JsonObject Reference(IShape shape)
    {
        if (!_definitions.ContainsKey(shape.Name))
        {
            _definitions[shape.Name] = [];
            _definitions[shape.Name] = Define(shape);
        }

        return new JsonObject { ["$ref"] = $"#/$defs/{shape.Name}" };
    }

    private JsonObject Define(IShape shape)
    {
        var definition = new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        var required = new JsonArray([.. shape.Keys.Where(key => key.IsRequired).Select(key => JsonValue.Create(key.Name))]);
        if (required.Count > 0) definition["required"] = required;
        definition["properties"] = new JsonObject(shape.Keys.Select(key => KeyValuePair.Create<string, JsonNode?>(
            key.Name, Property(key))));
        var choices = shape.Alternatives.Select(OneOf).ToList();
        if (choices.Count > 0) definition["allOf"] = new JsonArray([.. choices]);
        return definition;
    }

    private JsonObject Property(KeyDescription key)
    {
        var property = key.Form.Schema(this);
        property["description"] = key.Meaning;
        if (key.Default.Length > 0) property["default"] = DefaultOf(key, property);
        return property;
    }

    /// <summary>Numbers and booleans as such, everything else as text.</summary>
    private static JsonNode DefaultOf(KeyDescription key, JsonObject property) =>
        property["type"] is JsonValue type && (string?)type is "integer" or "number" or "boolean"
            ? JsonNode.Parse(key.Default)!
            : key.Default;

    private static JsonNode OneOf(IReadOnlyList<string> keys) => new JsonObject
    {
        ["oneOf"] = new JsonArray([.. keys.Select(key => new JsonObject { ["required"] = new JsonArray(key) })]),
    };
}
