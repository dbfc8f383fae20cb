using Simulator.Api.Documents;
using Simulator.Api.Sources;

namespace Simulator.Scenarios.Traces.Maps;

/// <summary>Reads column maps.</summary>
internal static class MapReader
{
    /// <summary>Null after errors.</summary>
    public static ColumnMap? Read(string file, Diagnostics diagnostics) => Read(SourceTree.ReadFile(file, diagnostics), file, diagnostics);

    /// <inheritdoc cref="Read(string, Diagnostics)"/>
    public static ColumnMap? ReadText(string file, string text, Diagnostics diagnostics) =>
        Read(SourceTree.ParseYaml(file, text, diagnostics), file, diagnostics);

    private static ColumnMap? Read(IReadOnlyList<SourceNode> documents, string file, Diagnostics diagnostics)
    {
        if (documents.Count != 1)
        {
            if (!diagnostics.HasErrors)
            {
                diagnostics.Error(file, 0, 0, $"the file holds {documents.Count} documents; allowed is one column map");
            }
            return null;
        }

        var context = new ReadingContext(diagnostics, ReadingRules.Scenario);
        var map = new SourceCursor(documents[0], SourcePath.Root, context).Read(Map);
        return diagnostics.HasErrors ? null : map;
    }

    private static ColumnMap Map(FieldReader fields)
    {
        var map = new ColumnMap
        {
            Name = fields.RequiredText("format"),
            Title = fields.RequiredText("title"),
            Source = fields.Text("source"),
            Tested = fields.Text("tested"),
            Assumes = fields.Texts("assumes"),
            Beside = fields.Texts("beside"),
            IsSimKube = fields.OneOf("events-of", "", "", "objects") == "objects",
            Pods = fields.List("pods", TableReader.Pods),
            Nodes = fields.List("nodes", TableReader.Nodes),
        };
        if (map.Pods.Count == 0 && !map.IsSimKube) fields.Error("there is no table of pods; allowed is a list of them under 'pods'");
        return map;
    }
}
