using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Shapes;

namespace Simulator.Scenarios.Files;

/// <summary>Writes the tree of a scenario as YAML that people can read: blocks above, one line where it fits.</summary>
/// <param name="home">The folder to which the paths in the tree are relative.</param>
/// <param name="folder">The folder to which they will be.</param>
internal sealed class ScenarioText(string home, string folder)
{
    private const int LineMax = 110;

    private readonly StringBuilder _text = new();

    /// <param name="more">Items that are added to lists of the file.</param>
    public string Write(SourceMapping tree, IReadOnlyList<(string Key, IReadOnlyList<JsonObject> Items)> more)
    {
        foreach (var entry in tree.Entries)
        {
            var items = more.FirstOrDefault(list => list.Key == entry.Key).Items;
            WriteEntry(entry.Key, NodeOf(entry.Value, FormOf(ScenarioShape.Value, entry.Key)), items ?? []);
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
        JsonValue value when value.TryGetValue<string>(out var text) => YamlScalar.Of(text),
        _ => node?.ToJsonString() ?? "null",
    };

    /// <param name="form">Of the value; null: nobody reads it.</param>
    private JsonNode? NodeOf(SourceNode node, ValueForm? form)
    {
        switch (node)
        {
            case SourceMapping mapping:
                var fields = new JsonObject();
                foreach (var entry in mapping.Entries) fields.Add(entry.Key, NodeOf(entry.Value, FormOf(form?.Below, entry.Key)));
                return fields;
            case SourceSequence list: return new JsonArray([.. list.Items.Select(item => NodeOf(item, form))]);
            case SourceScalar { Kind: ScalarKind.Text } scalar when form?.IsPath == true: return PathOf(scalar.Text);
            default: return JsonNode.Parse(SourceJson.Write(node));
        }
    }

    private static ValueForm? FormOf(IShape? shape, string key) => shape?.Keys.FirstOrDefault(known => known.Name == key)?.Form;

    private string PathOf(string path) => Path.IsPathRooted(path)
        ? path
        : Path.GetRelativePath(folder, Path.Combine(home, path)).Replace('\\', '/');
}
