using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;

namespace Simulator.Scenarios.Files;

/// <summary>Writes the tree of a scenario as YAML that people can read: blocks above, one line where it fits.</summary>
/// <param name="home">The folder to which the paths in the tree are relative.</param>
/// <param name="folder">The folder to which they will be.</param>
internal sealed class ScenarioText(string home, string folder)
{
    private const int LineMax = 110;

    /// <summary>Keys whose values are paths.</summary>
    private static readonly string[] PathKeys =
        ["manifests", "apply", "create", "replace", "file", "machineTypes", "policy-config-file"];

    private readonly StringBuilder _text = new();

    /// <param name="more">Items that are added to lists of the file.</param>
    public string Write(SourceMapping tree, IReadOnlyList<(string Key, IReadOnlyList<JsonObject> Items)> more)
    {
        foreach (var entry in tree.Entries)
        {
            var items = more.FirstOrDefault(list => list.Key == entry.Key).Items;
            WriteEntry(entry.Key, NodeOf(entry.Value, entry.Key), items ?? []);
        }

        foreach (var (key, items) in more.Where(list => IsNew(list.Key))) WriteEntry(key, new JsonArray(), items);
        return _text.ToString();

        bool IsNew(string key) => tree[key] is null && more.First(list => list.Key == key).Items.Count > 0;
    }

    private void WriteEntry(string key, JsonNode? value, IReadOnlyList<JsonObject> more)
    {
        if (more.Count > 0)
        {
            var list = value as JsonArray ?? [];
            foreach (var item in more) list.Add(item.DeepClone());
            value = list;
        }

        Write(key, value, 0);
    }

    private void Write(string key, JsonNode? value, int depth)
    {
        var indent = new string(' ', depth);
        var line = $"{indent}{key}: {Flow(value)}";
        if (value is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }) || (depth > 0 && line.Length <= LineMax))
        {
            _text.AppendLine(line);
        }
        else
        {
            _text.AppendLine(CultureInfo.InvariantCulture, $"{indent}{key}:");
            WriteInside(value, depth + 2);
        }
    }

    private void WriteInside(JsonNode value, int depth)
    {
        if (value is JsonObject fields)
        {
            foreach (var (key, field) in fields) Write(key, field, depth);
            return;
        }

        foreach (var item in (JsonArray)value) WriteItem(item, depth);
    }

    private void WriteItem(JsonNode? item, int depth)
    {
        var line = $"{new string(' ', depth)}- {Flow(item)}";
        if (item is not JsonObject { Count: > 0 } fields || line.Length <= LineMax)
        {
            _text.AppendLine(line);
            return;
        }

        var start = _text.Length;
        foreach (var (key, field) in fields) Write(key, field, depth + 2);
        _text[start + depth] = '-';
    }

    /// <summary>On one line: JSON is YAML, but for a blank behind colons and commas that reads better.</summary>
    private static string Flow(JsonNode? node) => node switch
    {
        JsonObject fields =>
            fields.Count == 0 ? "{}" : $"{{ {string.Join(", ", fields.Select(field => $"{field.Key}: {Flow(field.Value)}"))} }}",
        JsonArray items => $"[{string.Join(", ", items.Select(Flow))}]",
        JsonValue value when value.TryGetValue<string>(out var text) => Scalar(text),
        _ => node?.ToJsonString() ?? "null",
    };

    /// <summary>Bare where nothing could be misread.</summary>
    private static string Scalar(string text)
    {
        var isBare = text.Length > 0
            && char.IsAsciiLetter(text[0])
            && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off")
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '/' or '_');
        return isBare ? text : JsonValue.Create(text).ToJsonString(RelaxedJson.Options);
    }

    private JsonNode? NodeOf(SourceNode node, string key)
    {
        switch (node)
        {
            case SourceMapping mapping:
                var fields = new JsonObject();
                foreach (var entry in mapping.Entries) fields.Add(entry.Key, NodeOf(entry.Value, entry.Key));
                return fields;
            case SourceSequence list: return new JsonArray([.. list.Items.Select(item => NodeOf(item, key))]);
            case SourceScalar { Kind: ScalarKind.Text } scalar when PathKeys.Contains(key): return PathOf(scalar.Text);
            default: return JsonNode.Parse(SourceJson.Write(node));
        }
    }

    private string PathOf(string path) => Path.IsPathRooted(path)
        ? path
        : Path.GetRelativePath(folder, Path.Combine(home, path)).Replace('\\', '/');
}
