using System.Text.Json;

namespace Simulator.Scenarios.Traces.SimKube;

/// <param name="Start">Seconds since 1970.</param>
/// <param name="End">Null: it still ran.</param>
internal readonly record struct Lifecycle(long Start, long? End);

/// <summary>When the pods of an owner ran, as SimKube has seen it.</summary>
internal static class Lifecycles
{
    /// <summary>By kind and name of the owner, "batch/v1.CronJob default/hello", in the order of their starts.</summary>
    public static IReadOnlyDictionary<string, Queue<Lifecycle>> Of(JsonElement trace)
    {
        var found = new SortedDictionary<string, List<Lifecycle>>(StringComparer.Ordinal);
        if (trace.TryGetProperty("pod_lifecycles", out var owners) && owners.ValueKind == JsonValueKind.Object) Walk(owners, [], found);
        return found.ToDictionary(pair => pair.Key, pair => new Queue<Lifecycle>(pair.Value.OrderBy(life => life.Start)));
    }

    /// <summary>
    /// Owners are a JSON list in one key (version 2) or kind and name in two (version 3); the last key is a hash of the template.
    /// </summary>
    private static void Walk(JsonElement at, IReadOnlyList<string> keys, SortedDictionary<string, List<Lifecycle>> found)
    {
        foreach (var property in at.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object) Walk(property.Value, [.. keys, .. Parts(property.Name)], found);
            else if (property.Value.ValueKind == JsonValueKind.Array)
            {
                var owner = string.Join(' ', keys);
                if (!found.TryGetValue(owner, out var lives)) found.Add(owner, lives = []);
                lives.AddRange(property.Value.EnumerateArray().Select(One).OfType<Lifecycle>());
            }
        }
    }

    private static IReadOnlyList<string> Parts(string key)
    {
        if (!key.StartsWith('[')) return [key];
        using var list = JsonDocument.Parse(key);
        return [.. list.RootElement.EnumerateArray().Select(part => part.ToString())];
    }

    /// <summary><c>{"Finished": [start, end]}</c>, <c>{"Running": start}</c>, or <c>{"start_ts": .., "end_ts": ..}</c>.</summary>
    private static Lifecycle? One(JsonElement life)
    {
        if (life.ValueKind != JsonValueKind.Object) return null;
        if (life.TryGetProperty("Finished", out var finished) && finished.ValueKind == JsonValueKind.Array
            && finished.GetArrayLength() == 2 && finished[0].TryGetInt64(out var begin) && finished[1].TryGetInt64(out var end))
        {
            return new Lifecycle(begin, end);
        }

        if (life.TryGetProperty("Running", out var running) && running.TryGetInt64(out var since)) return new Lifecycle(since, null);
        if (!life.TryGetProperty("start_ts", out var start) || !start.TryGetInt64(out var from)) return null;
        return new Lifecycle(
            from, life.TryGetProperty("end_ts", out var stop) && stop.ValueKind == JsonValueKind.Number && stop.TryGetInt64(out var to)
                ? to
                : null);
    }
}
