using System.Text.Json;
using System.Text.Json.Nodes;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Scenarios.Files.Sources;

namespace Simulator.Scenarios.Files;

/// <summary>The scenario language as a JSON Schema and as a table, both printed from the description that reads it.</summary>
public static class ScenarioSchema
{
    /// <summary>Characters such as '+' stay as they are: nobody puts the schema into a web page.</summary>
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A JSON Schema (draft 2020-12) of scenario files.</summary>
    /// <param name="measures">Without it every name of a measure will do.</param>
    public static JsonObject ToJson(IMeasureBook? measures = null) =>
        SchemaBook.Write(ScenarioShape.Value, "Scenario of the Kubernetes cluster simulator", measures?.Patterns ?? []);

    /// <inheritdoc cref="ToJson"/>
    public static string ToText(IMeasureBook? measures = null) => Shown(ToJson(measures));

    /// <summary>A schema as it is printed.</summary>
    public static string Shown(JsonObject schema) => schema.ToJsonString(Readable);

    /// <summary>One Markdown table for each mapping.</summary>
    public static string ToMarkdown() => KeyTables.Write(ScenarioShape.Value);

    /// <summary>Where each key of the language stands, items of lists by the number 0: <c>clusters[0].nodePools[0].count</c>.</summary>
    public static IEnumerable<string> Paths() => PathsOf(ScenarioShape.Value, "");

    private static IEnumerable<string> PathsOf(IShape shape, string place)
    {
        foreach (var key in shape.Keys)
        {
            var path = $"{place}{key.Name}";
            yield return path;
            if (key.Form.Below is not { } below) continue;
            foreach (var deeper in PathsOf(below, $"{path}{(key.Form.Words == "list" ? "[0]" : "")}.")) yield return deeper;
        }
    }
}
