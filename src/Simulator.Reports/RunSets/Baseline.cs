using System.Globalization;
using System.Text;
using System.Text.Json;
using Simulator.Reports.Summaries;

namespace Simulator.Reports.RunSets;

/// <summary>
/// results/baselines/NAME.json: runs of one scenario that others are compared with. A line a measure, its values in the order of the
/// seeds, so that a difference of two versions reads like a table. Nothing of a machine or of an hour is in it.
/// </summary>
public static class Baseline
{
    private const int Form = 1;

    public static string Write(RunSetHeader header, IReadOnlyList<RunRow> rows)
    {
        var text = new StringBuilder("{\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"baseline\": {Form},\n");
        foreach (var (key, value) in Texts(header)) text.Append(CultureInfo.InvariantCulture, $"  \"{key}\": {Quoted(value)},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"flags\": {List(header.Flags.Select(Quoted), "\n    ", "\n  ")},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"seeds\": {List(rows.Select(row => Quoted(row.Seed)))},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"digests\": {List(rows.Select(row => Quoted(row.Digest)), "\n    ", "\n  ")},\n");
        text.Append(CultureInfo.InvariantCulture, $"  \"events\": {List(rows.Select(row => Number(row.Events)))},\n");
        var measures = rows.SelectMany(row => row.Measures.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(
                name => $"\n    {Quoted(name)}: {List(rows.Select(row => Number(row.Measures.TryGetValue(name, out var v) ? v : null)))}");
        text.Append(CultureInfo.InvariantCulture, $"  \"measures\": {{{string.Join(',', measures)}\n  }}\n}}\n");
        return text.ToString();
    }

    /// <exception cref="JsonException">It is no baseline; a sentence that names the file.</exception>
    public static RunSet Read(string path, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException damage)
        {
            throw new JsonException($"{path} is no baseline: {JsonDamage.Sentence(damage)}", damage);
        }
        catch (Exception damage) when (damage is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException($"{path} is no baseline: something in it is missing or not what it should be.", damage);
        }
    }

    private static RunSet Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("baseline", out var form))
        {
            throw new JsonException("the key 'baseline' is missing; 'simulator baseline accept' writes one.");
        }
        if (form.GetInt32() != Form) throw new JsonException($"it is of form {form.GetInt32()}; this program reads {Form}.");
        var header = new RunSetHeader
        {
            Scenario = TextOf(root, "scenario"),
            Version = TextOf(root, "version"),
            Kubernetes = TextOf(root, "kubernetes"),
            Command = TextOf(root, "command"),
            Flags = TextsOf(root, "flags"),
        };
        return new RunSet(header, RowsOf(root));
    }

    private static List<RunRow> RowsOf(JsonElement root)
    {
        var (seeds, digests) = (TextsOf(root, "seeds"), TextsOf(root, "digests"));
        var events = Numbers(root.GetProperty("events"));
        var measures = root.GetProperty("measures").EnumerateObject().Select(entry => (entry.Name, Values: Numbers(entry.Value))).ToList();
        if (seeds.Count == 0) throw new JsonException("it has no seeds.");
        if (measures.FirstOrDefault(entry => entry.Values.Count != seeds.Count).Name is { } uneven)
        {
            throw new JsonException($"'{uneven}' has another number of values than there are seeds.");
        }
        if (digests.Count != seeds.Count || events.Count != seeds.Count)
        {
            throw new JsonException("seeds, digests and events differ in number.");
        }
        return [.. seeds.Select((seed, i) => new RunRow
        {
            Seed = seed,
            Digest = digests[i],
            Events = (long?)events[i],
            Measures = new SortedDictionary<string, double>(
                measures.Where(entry => entry.Values[i] is not null).ToDictionary(entry => entry.Name, entry => entry.Values[i]!.Value),
                StringComparer.Ordinal),
        })];
    }

    private static IEnumerable<(string Key, string Value)> Texts(RunSetHeader header) =>
    [
        ("scenario", header.Scenario), ("version", header.Version), ("kubernetes", header.Kubernetes), ("command", header.Command),
    ];

    private static string TextOf(JsonElement root, string key) => root.GetProperty(key).GetString() ?? "";

    private static List<string> TextsOf(JsonElement root, string key) =>
        [.. root.GetProperty(key).EnumerateArray().Select(item => item.GetString() ?? "")];

    private static List<double?> Numbers(JsonElement list) =>
        [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? (double?)null : item.GetDouble())];

    private static string List(IEnumerable<string> items, string before = " ", string last = "")
    {
        var all = items.ToList();
        if (all.Count == 0) return "[]";
        return before == " " ? $"[{string.Join(", ", all)}]" : $"[{before}{string.Join("," + before, all)}{last}]";
    }

    private static string Quoted(string text) =>
        $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "null";
}
