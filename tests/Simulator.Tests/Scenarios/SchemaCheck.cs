using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Simulator.Tests.Scenarios;

/// <summary>As much of JSON Schema as the scenario schema uses.</summary>
internal static class SchemaCheck
{
    public static IReadOnlyList<string> Problems(JsonObject schema, JsonNode? value) => [.. Problems(schema, schema, value, "")];

    private static IEnumerable<string> Problems(JsonObject root, JsonObject schema, JsonNode? value, string path)
    {
        if (schema["$ref"] is { } reference)
        {
            return Problems(root, (JsonObject)root["$defs"]![((string)reference!).Split('/')[^1]]!, value, path);
        }
        var kind = KindOf(value);
        if (schema["type"] is { } types && !Names(types).Any(type => type == kind || (type == "number" && kind == "integer")))
        {
            return [$"{path} is {kind}"];
        }
        return Plain(schema, value, path)
            .Concat(schema["anyOf"] is JsonArray any && any.All(part => Problems(root, (JsonObject)part!, value, path).Any())
                ? [$"{path} is none of anyOf"]
                : [])
            .Concat(schema["allOf"] is JsonArray all ? all.OfType<JsonObject>().SelectMany(part => OneOf(part, value, path)) : [])
            .Concat(value is JsonObject mapping ? Members(root, schema, mapping, path) : [])
            .Concat(value is JsonArray list && schema["items"] is JsonObject items
                ? list.SelectMany((item, i) => Problems(root, items, item, $"{path}[{i}]"))
                : []);
    }

    private static IEnumerable<string> Plain(JsonObject schema, JsonNode? value, string path)
    {
        if (schema["enum"] is JsonArray allowed && !allowed.Any(item => JsonNode.DeepEquals(item, value)))
        {
            yield return $"{path} is not in enum";
        }
        if (value is not JsonValue plain) yield break;
        if (schema["pattern"] is { } pattern
            && plain.GetValueKind() == JsonValueKind.String
            && !Regex.IsMatch((string)plain!, (string)pattern!))
        {
            yield return $"{path} has not the pattern";
        }
        if (plain.GetValueKind() != JsonValueKind.Number) yield break;
        var number = double.Parse(plain.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
        if (schema["minimum"] is { } min && number < NumberOf(min)) yield return $"{path} is too small";
        if (schema["maximum"] is { } max && number > NumberOf(max)) yield return $"{path} is too large";
    }

    private static IEnumerable<string> OneOf(JsonObject part, JsonNode? value, string path)
    {
        var matching = ((JsonArray)part["oneOf"]!).Count(choice => ((JsonObject)value!).ContainsKey((string)choice!["required"]![0]!));
        return matching == 1 ? [] : [$"{path} oneOf: {matching} match"];
    }

    private static IEnumerable<string> Members(JsonObject root, JsonObject schema, JsonObject mapping, string path)
    {
        foreach (var key in schema["required"] as JsonArray ?? [])
        {
            if (!mapping.ContainsKey((string)key!)) yield return $"{path} lacks {key}";
        }

        foreach (var (key, value) in mapping)
        {
            var below = (schema["properties"]?[key] ?? schema["additionalProperties"]) as JsonObject;
            if (below is null) yield return $"{path}.{key} is unknown";
            foreach (var problem in below is null ? [] : Problems(root, below, value, $"{path}.{key}")) yield return problem;
        }
    }

    private static double NumberOf(JsonNode node) => double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Names(JsonNode types) =>
        types is JsonArray several ? several.Select(name => (string)name!) : [(string)types!];

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value!.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-') ? "integer" : "number",
        _ => "boolean",
    };
}
