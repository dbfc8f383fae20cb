using System.Globalization;
using System.Text;
using System.Text.Json;
using Simulator.Api;

namespace Simulator.Scenarios.Conformance.Workloads;

/// <summary>
/// JSON as text that is equal where recordings mean the same: keys in order; null, "", false, zero and empty lists are as if they were
/// missing.
/// </summary>
internal static class RecordedText
{
    private static readonly DateTimeOffset Recorded = new(2021, 1, 20, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The moment that recordings call now.</summary>
    public static Instant Now => OneSync.Now;

    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.Length == 0 ? "none" : text.ToString();
    }

    /// <param name="value">Of an anonymous type with the names of the API.</param>
    public static string Of(object? value) => Of(JsonSerializer.SerializeToElement(value));

    public static string OfField(JsonElement recording, string field) =>
        recording.TryGetProperty(field, out var value) ? Of(value) : "none";

    /// <summary>As objects carry it; null for no time.</summary>
    public static string? Time(Instant? moment) => moment is { } known
        ? (Recorded + (known - Now)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : null;

    public static Instant? Time(JsonElement value, string field) =>
        value.TryGetProperty(field, out var time) && time.ValueKind == JsonValueKind.String ? Time(time.GetString()!) : null;

    public static Instant Time(string rfc3339) => Now + (DateTimeOffset.Parse(rfc3339, CultureInfo.InvariantCulture) - Recorded);

    /// <summary>Seconds from now; null where the recording has null or nothing.</summary>
    public static Instant? Second(JsonElement value, string field) =>
        value.NumberOrNull(field) is { } seconds ? Now + TimeSpan.FromSeconds(seconds) : null;

    /// <summary>The first of some pairs that differ: what it is, what was recorded.</summary>
    public static string? FirstDifference(params (string What, string Actual, string Expected)[] pairs)
    {
        foreach (var (what, actual, expected) in pairs)
        {
            if (actual != expected) return $"{what} {actual}, recorded {expected}";
        }

        return null;
    }

    public static string Lines(IEnumerable<string> lines) => string.Join(" | ", lines);

    public static string SortedLines(IEnumerable<string> lines) => Lines(lines.Order(StringComparer.Ordinal));

    private static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object: WriteFields(value, text); break;
            case JsonValueKind.Array: WriteItems(value, text); break;
            case JsonValueKind.String when value.GetString()!.Length > 0: text.Append('"').Append(value.GetString()).Append('"'); break;
            case JsonValueKind.True: text.Append("true"); break;
            case JsonValueKind.Number when value.GetDouble() != 0: text.Append(value.GetRawText()); break;
        }
    }

    private static void WriteFields(JsonElement value, StringBuilder text)
    {
        List<string> fields = [];
        foreach (var field in value.EnumerateObject().OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            var content = new StringBuilder();
            Write(field.Value, content);
            if (content.Length > 0) fields.Add($"{field.Name}:{content}");
        }

        if (fields.Count > 0) text.Append('{').AppendJoin(',', fields).Append('}');
    }

    private static void WriteItems(JsonElement value, StringBuilder text)
    {
        if (value.GetArrayLength() == 0) return;
        text.Append('[');
        foreach (var item in value.EnumerateArray())
        {
            Write(item, text);
            text.Append(';');
        }

        text.Append(']');
    }
}
