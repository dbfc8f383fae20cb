using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Scenarios.Files.Sources;

namespace Simulator.Studies.Files;

/// <summary>The language of study files as a JSON Schema and as a table, both printed from the description that reads it.</summary>
public static class StudySchema
{
    /// <summary>A JSON Schema (draft 2020-12).</summary>
    /// <param name="measures">Without it every name of a measure will do.</param>
    public static string ToText(IMeasureBook? measures = null) =>
        ScenarioSchema.Shown(SchemaBook.Write(StudyShape.Value, "Study of the Kubernetes cluster simulator", measures?.Patterns ?? []));

    /// <summary>One Markdown table for each mapping.</summary>
    public static string ToMarkdown() => KeyTables.Write(StudyShape.Value, "the study");
}
