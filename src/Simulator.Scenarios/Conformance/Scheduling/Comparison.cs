using System.Text.Json;

namespace Simulator.Scenarios.Conformance.Scheduling;

/// <summary>Compares what was recorded with what came out and keeps the first difference as a sentence.</summary>
internal sealed class Comparison
{
    public string? Difference { get; private set; }

    public void Same(string what, string recorded, string got)
    {
        if (recorded != got) Difference ??= $"{what}: recorded {recorded}, got {got}";
    }

    public void Same(string what, JsonElement recorded, IEnumerable<string> got) =>
        Same(what, string.Join(' ', recorded.EnumerateArray().Select(item => item.GetString())), string.Join(' ', got));

    /// <summary>Numbers, null where nothing was returned.</summary>
    public void Same(string what, JsonElement recorded, IEnumerable<long?> got) => Same(
        what,
        string.Join(' ', recorded.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? "null" : item.GetRawText())),
        string.Join(' ', got.Select(value => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null")));
}
