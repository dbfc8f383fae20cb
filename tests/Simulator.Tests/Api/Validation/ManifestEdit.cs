using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Tests.Api.Validation;

/// <summary>Changes single fields of a manifest.</summary>
internal static partial class ManifestEdit
{
    public static JsonNode? Tree(string yaml)
    {
        var diagnostics = new Diagnostics();
        var documents = SourceTree.ParseYaml("row.yaml", yaml, diagnostics);
        return diagnostics.HasErrors ? throw new FormatException(diagnostics.Errors[0].ToString()) : Tree(documents[0]);
    }

    /// <summary>Sets a field; what it stands in is made where it is missing.</summary>
    /// <param name="path">spec.containers[0].name; keys with dots in single quotes.</param>
    public static void Set(JsonNode document, string path, string yaml)
    {
        var (parent, last) = Walk(document, path);
        if (parent is JsonArray list && int.Parse(last, CultureInfo.InvariantCulture) == list.Count) list.Add(Tree(yaml));
        else if (parent is JsonArray items) items[int.Parse(last, CultureInfo.InvariantCulture)] = Tree(yaml);
        else parent[last] = Tree(yaml);
    }

    public static void Remove(JsonNode document, string path)
    {
        var (parent, last) = Walk(document, path);
        if (parent is JsonArray list) list.RemoveAt(int.Parse(last, CultureInfo.InvariantCulture));
        else if (!((JsonObject)parent).Remove(last)) throw new FormatException($"There is no {path} to take away.");
    }

    private static (JsonNode Parent, string Last) Walk(JsonNode document, string path)
    {
        var steps = Steps().Matches(path).Select(step => step.Value.Trim('.', '[', ']', '\'')).ToList();
        var node = document;
        foreach (var step in steps.SkipLast(1)) node = Child(node, step);
        return (node, steps[^1]);
    }

    private static JsonNode Child(JsonNode node, string step)
    {
        if (node is JsonArray list) return list[int.Parse(step, CultureInfo.InvariantCulture)]!;
        if (node[step] is null) node[step] = new JsonObject();
        return node[step]!;
    }

    private static JsonNode? Tree(SourceNode node) => node switch
    {
        SourceMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key, Tree(entry.Value)))),
        SourceSequence list => new JsonArray([.. list.Items.Select(Tree)]),
        SourceScalar { Kind: ScalarKind.Null } => null,
        SourceScalar { Kind: ScalarKind.Text } text => JsonValue.Create(text.Text),
        SourceScalar scalar => JsonNode.Parse(scalar.Text),
        _ => throw new NotSupportedException(),
    };

    [GeneratedRegex(@"'[^']*'|\[\d+\]|[^.\[\]']+")]
    private static partial Regex Steps();
}
