using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Scenarios.Files;
using Simulator.Studies.Files;
using Simulator.Studies.Risk.Troubles;
using Simulator.Studies.Runs;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator validate PATH...</c></summary>
internal static class ValidateVerb
{
    public static Command Create(Screen screen)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Scenario files, study files, rates files, scheduler policies, manifests, and folders of them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var set = SettingOption.Create();
        var plugin = PluginOption.Create();
        var strict = new Option<bool>("--strict") { Description = "What is not acted upon and changes decisions is an error." };
        var json = OutputOption.Json();
        var verb = new Command(
            "validate",
            "Says everything that is wrong with scenarios and manifests, and what of them is not acted upon.")
            {
                paths,
                set,
                plugin,
                strict,
                json,
            };
        verb.SetAction(parsed => SettingOption.Read(parsed, set, screen) is { } settings
            ? Validate(
                parsed.GetRequiredValue(paths), [
                    .. PluginOption.Read(parsed, plugin), .. settings], parsed.GetValue(strict), parsed.GetValue(json), screen)
            : ExitCode.WrongInput);
        return verb;
    }

    private static int Validate(string[] paths, IReadOnlyList<Setting> settings, bool isStrict, bool isJson, Screen screen)
    {
        var (diagnostics, files) = InputFiles.Validate(
            paths, MeasureNames.Instance, settings, study => StudyReader.Read(study, MeasureNames.Instance, settings).Diagnostics,
            RatesFile.Check);
        if (isStrict) diagnostics.RefuseDecisiveOmissions();
        if (isJson) Output.JsonText.Write(DiagnosticDocument.Of(diagnostics, files), screen.Out);
        else Tell(diagnostics, files, screen);
        return IsValid(diagnostics) ? ExitCode.Done : ExitCode.WrongInput;
    }

    private static void Tell(Diagnostics diagnostics, int files, Screen screen)
    {
        DiagnosticText.Write(diagnostics, screen);
        if (IsValid(diagnostics)) screen.Out.WriteLine(files == 1 ? "1 file is valid" : $"{files:N0} files are valid");
    }

    private static bool IsValid(Diagnostics diagnostics) => !diagnostics.HasErrors && !diagnostics.HasRefusals;
}
