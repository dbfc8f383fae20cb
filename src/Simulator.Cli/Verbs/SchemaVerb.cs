using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Studies.Files;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator schema [scenario|study]</c></summary>
internal static class SchemaVerb
{
    private const string Study = "study";

    public static Command Create(Screen screen)
    {
        var kind = new Argument<string>("KIND") { Description = "scenario or study.", DefaultValueFactory = _ => "scenario" };
        kind.AcceptOnlyFromAmong("scenario", Study);
        var markdown = new Option<bool>("--markdown") { Description = "The same as tables for a document." };
        var verb = new Command("schema", "Prints a JSON Schema of scenario files, or of study files, for editors.") { kind, markdown };
        verb.SetAction(parsed => screen.Out.WriteLine(Text(parsed.GetValue(kind) == Study, parsed.GetValue(markdown)).TrimEnd()));
        return verb;
    }

    private static string Text(bool isStudy, bool isMarkdown) => (isStudy, isMarkdown) switch
    {
        (false, false) => ScenarioSchema.ToText(MeasureNames.Instance),
        (false, true) => ScenarioSchema.ToMarkdown(),
        (true, false) => StudySchema.ToText(MeasureNames.Instance),
        (true, true) => StudySchema.ToMarkdown(),
    };
}
