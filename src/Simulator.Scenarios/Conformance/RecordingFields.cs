using System.Text.Json;
using Simulator.Api;

namespace Simulator.Scenarios.Conformance;

/// <summary>Short ways to a recording's fields; null lists and maps are empty ones.</summary>
internal static class RecordingFields
{
    public static string Text(this JsonElement element, string field) => element.GetProperty(field).GetString() ?? "";

    public static int Int(this JsonElement element, string field) => element.GetProperty(field).GetInt32();

    public static long Long(this JsonElement element, string field) => element.GetProperty(field).GetInt64();

    public static double Number(this JsonElement element, string field) => element.GetProperty(field).GetDouble();

    public static double? NumberOrNull(this JsonElement element, string field) =>
        element.TryGetProperty(field, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : null;

    public static int IntOr(this JsonElement element, string field, int absent) =>
        element.TryGetProperty(field, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : absent;

    public static bool Bool(this JsonElement element, string field) => element.GetProperty(field).GetBoolean();

    public static TimeSpan Milliseconds(this JsonElement element, string field) => TimeSpan.FromMilliseconds(element.Long(field));

    public static Instant Moment(this JsonElement element, string field) => Instant.FromMilliseconds(element.Long(field));

    /// <summary>Whole seconds; null where the recording has null.</summary>
    public static Instant? SecondOrNull(this JsonElement element, string field) =>
        element.GetProperty(field) is { ValueKind: JsonValueKind.Number } second ? Instant.FromSeconds(second.GetInt64()) : null;

    public static IEnumerable<JsonElement> List(this JsonElement element, string field) =>
        element.TryGetProperty(field, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    public static IReadOnlyList<string> Texts(this JsonElement element, string field) =>
        [.. element.List(field).Select(item => item.GetString()!)];

    public static LabelSet Labels(this JsonElement element, string field) =>
        element.TryGetProperty(field, out var map) && map.ValueKind == JsonValueKind.Object
            ? LabelSet.Of(map.EnumerateObject().Select(pair => KeyValuePair.Create(pair.Name, pair.Value.GetString()!)))
            : LabelSet.Empty;
}
