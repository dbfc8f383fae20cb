using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Shapes;

namespace Simulator.Studies.Files;

/// <summary>The language of study files as a JSON Schema and as a table, both printed from the description that reads it.</summary>
public static class StudySchema
{
    /// <summary>A JSON Schema (draft 2020-12).</summary>
    public static string ToText() =>
        ScenarioSchema.Shown(SchemaBook.Write(StudyShape.Value, "Study of the Kubernetes cluster simulator"));

    /// <summary>One Markdown table for each mapping.</summary>
    public static string ToMarkdown() => KeyTables.Write(StudyShape.Value);
}
