using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Studies.Files;
using Simulator.Studies.Risk.Troubles;
using Simulator.Studies.Runs;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator schema [scenario|study|rates]</c></summary>
internal static class SchemaVerb
{
    private static readonly IReadOnlyList<(string Kind, Func<string> Schema, Func<string> Tables)> Languages =
    [
        ("scenario", () => ScenarioSchema.ToText(MeasureNames.Instance), ScenarioSchema.ToMarkdown),
        ("study", () => StudySchema.ToText(MeasureNames.Instance), StudySchema.ToMarkdown),
        ("rates", RatesSchema.ToText, RatesSchema.ToMarkdown),
    ];

    public static Command Create(Screen screen)
    {
        var kind = new Argument<string>("KIND") { Description = "scenario, study or rates.", DefaultValueFactory = _ => "scenario" };
        kind.AcceptOnlyFromAmong([.. Languages.Select(language => language.Kind)]);
        var markdown = new Option<bool>("--markdown") { Description = "The same as tables for a document." };
        var verb = new Command(
            "schema", "Prints a JSON Schema of scenario files, study files or rates files, for editors.") { kind, markdown };
        verb.SetAction(parsed => screen.Out.WriteLine(Text(parsed.GetValue(kind)!, parsed.GetValue(markdown)).TrimEnd()));
        return verb;
    }

    private static string Text(string kind, bool isMarkdown)
    {
        var (_, schema, tables) = Languages.First(language => language.Kind == kind);
        return isMarkdown ? tables() : schema();
    }
}
