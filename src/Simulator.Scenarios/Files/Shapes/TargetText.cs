using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Machines as a scenario names them, one by one.</summary>
internal static class TargetText
{
    /// <summary>Instead of a list of names.</summary>
    public const string All = "all";

    public static readonly ValueForm Nodes = new("list of nodes, or all", book => new()
    {
        ["anyOf"] = new JsonArray(Forms.Texts.Schema(book), new JsonObject { ["const"] = All }),
    });

    public static readonly ValueForm NodeOrNodes = new("node, list of nodes, or all", book => new()
    {
        ["anyOf"] = new JsonArray(Forms.Text.Schema(book), Forms.Texts.Schema(book)),
    });

    /// <summary>A list of nodes, or all of a cluster; null after an error.</summary>
    public static Place? ReadNodes(this SourceCursor cursor)
    {
        if (cursor.Node is SourceScalar { Text: All }) return new Place(PlaceScope.Cluster);
        if (cursor.Node is SourceSequence) return cursor.Names("node") is { Count: > 0 } names ? new Place(PlaceScope.Node, names) : null;
        cursor.Refuse($"a list of nodes, or {All}");
        return null;
    }

    /// <summary>NAME, of the namespace default, or NAMESPACE/NAME; null after an error.</summary>
    public static Place? ReadPod(this SourceCursor cursor) =>
        cursor.ReadKey("a pod") is { } key ? new Place(PlaceScope.NodeOfPod, key) : null;

    /// <summary>A service as "namespace/name"; null after an error.</summary>
    public static string? ReadService(this SourceCursor cursor) => cursor.ReadKey("a service");

    private static string? ReadKey(this SourceCursor cursor, string what)
    {
        if (cursor.Text() is not { } text) return null;
        var parts = text.Split('/');
        if (parts.Length <= 2 && Array.TrueForAll(parts, part => LabelRules.IsValidName(part)))
        {
            return parts.Length == 1 ? $"default/{text}" : text;
        }
        cursor.Refuse($"the name of {what}, or NAMESPACE/NAME");
        return null;
    }

    /// <summary>At least one name, each once; empty after an error.</summary>
    private static List<string> Names(this SourceCursor cursor, string what)
    {
        var names = new List<string>();
        foreach (var item in cursor.Items())
        {
            if (item.Text() is not { } name) continue;
            if (names.Contains(name, StringComparer.Ordinal)) item.Error($"the {what} '{Wording.Shortened(name)}' comes twice");
            else names.Add(name);
        }

        if (cursor.Node is SourceSequence { Items.Count: 0 }) cursor.Error($"the list is empty; allowed is at least one {what}");
        return names;
    }
}
