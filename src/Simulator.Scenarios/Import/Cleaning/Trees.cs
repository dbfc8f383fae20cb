using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Import.Cleaning;

/// <summary>Looks into trees that were read, and makes JSON of them that can be changed.</summary>
internal static class Trees
{
    public static SourceMapping? Map(this SourceMapping? map, string key) => map?[key] as SourceMapping;

    public static IEnumerable<SourceMapping> Maps(this SourceMapping? map, string key) =>
        map?[key] is SourceSequence list ? list.Items.OfType<SourceMapping>() : [];

    /// <summary>"" if there is none.</summary>
    public static string Text(this SourceMapping? map, string key) => map?[key] is SourceScalar { IsNull: false } scalar ? scalar.Text : "";

    public static bool Has(this SourceMapping? map, string key) => map?[key] is { IsNull: false };

    public static IEnumerable<(string Key, string Value)> Texts(this SourceMapping? map) =>
        map?.Entries.Where(entry => entry.Value is SourceScalar).Select(entry => (entry.Key, ((SourceScalar)entry.Value).Text)) ?? [];

    public static DateTime? Moment(this SourceMapping? map, string key) =>
        DateTime.TryParse(
            map.Text(key), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;

    public static JsonNode? Json(this SourceNode node) => node switch
    {
        SourceMapping map => Json(map),
        SourceSequence list => new JsonArray([.. list.Items.Select(Json)]),
        SourceScalar scalar => Json(scalar),
        _ => null,
    };

    /// <summary>Without keys that have no value.</summary>
    public static JsonObject Json(this SourceMapping map)
    {
        var json = new JsonObject();
        foreach (var entry in map.Entries)
        {
            if (!entry.Value.IsNull) json[entry.Key] = Json(entry.Value);
        }

        return json;
    }

    private static JsonNode? Json(SourceScalar scalar)
    {
        if (scalar.IsNull) return null;
        if (scalar.IsQuoted) return JsonValue.Create(scalar.Text);
        if (scalar.TryBoolean(out var flag)) return JsonValue.Create(flag);
        if (scalar.TryInteger(out var number)) return JsonValue.Create(number);
        return scalar.Kind == ScalarKind.Decimal && double.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var part)
            ? JsonValue.Create(part)
            : JsonValue.Create(scalar.Text);
    }

    public static JsonObject? Map(this JsonObject? map, string key) => map?[key] as JsonObject;

    public static IEnumerable<JsonObject> Maps(this JsonObject? map, string key) =>
        map?[key] is JsonArray list ? list.OfType<JsonObject>() : [];

    public static string Text(this JsonObject? map, string key) =>
        map?[key] is JsonValue value ? value.TryGetValue<string>(out var text) ? text : value.ToString() : "";

    /// <summary>Keeps the items that a question accepts; a list of none goes.</summary>
    public static void Keep(this JsonObject map, string key, Func<JsonObject, bool> isKept)
    {
        if (map[key] is not JsonArray list) return;
        foreach (var item in list.OfType<JsonObject>().Where(item => !isKept(item)).ToList()) list.Remove(item);
        if (list.Count == 0) map.Remove(key);
    }

    public static void Remove(this JsonObject map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys) map.Remove(key);
    }
}
