using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator validate PATH...</c></summary>
internal static class ValidateVerb
{
    public static Command Create(Screen screen)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Scenario files, scheduler policies, manifests, and folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var strict = new Option<bool>("--strict") { Description = "What is not acted upon and changes decisions is an error." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document, and nothing else, to the output." };
        var verb = new Command(
            "validate",
            "Says everything that is wrong with scenarios and manifests, and what of them is not acted upon.") { paths, strict, json };
        verb.SetAction(parsed =>
        {
            var (diagnostics, files) = InputFiles.Validate(parsed.GetRequiredValue(paths), MeasureNames.Instance);
            if (parsed.GetValue(strict)) diagnostics.RefuseDecisiveOmissions();
            if (parsed.GetValue(json)) JsonText.Write(DiagnosticDocument.Of(diagnostics, files), screen.Out);
            else Tell(diagnostics, files, screen);
            return IsValid(diagnostics) ? ExitCode.Done : ExitCode.WrongInput;
        });
        return verb;
    }

    private static void Tell(Diagnostics diagnostics, int files, Screen screen)
    {
        DiagnosticText.Write(diagnostics, screen);
        if (IsValid(diagnostics)) screen.Out.WriteLine(files == 1 ? "1 file is valid" : $"{files:N0} files are valid");
    }

    private static bool IsValid(Diagnostics diagnostics) => !diagnostics.HasErrors && !diagnostics.HasRefusals;
}
