using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator schema</c></summary>
internal static class SchemaVerb
{
    public static Command Create(Screen screen)
    {
        var markdown = new Option<bool>("--markdown") { Description = "The same as tables for a document." };
        var verb = new Command("schema", "Prints a JSON Schema of scenario files, for editors.") { markdown };
        verb.SetAction(parsed => screen.Out.WriteLine((parsed.GetValue(markdown)
            ? ScenarioSchema.ToMarkdown()
            : ScenarioSchema.ToText(MeasureNames.Instance)).TrimEnd()));
        return verb;
    }
}
