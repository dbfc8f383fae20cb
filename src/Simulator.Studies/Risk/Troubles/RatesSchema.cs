using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Shapes;

namespace Simulator.Studies.Risk.Troubles;

/// <summary>The language of rates files as a JSON Schema and as a table, both printed from the description that reads it.</summary>
public static class RatesSchema
{
    /// <summary>A JSON Schema (draft 2020-12).</summary>
    public static string ToText() =>
        ScenarioSchema.Shown(SchemaBook.Write(RateShape.File, "Rates of troubles for the Kubernetes cluster simulator", []));

    /// <summary>One Markdown table for each mapping.</summary>
    public static string ToMarkdown() => KeyTables.Write(RateShape.File, "the rates file");
}
