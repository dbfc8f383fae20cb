using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.ControlPlane.Versions;
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
        var version = KubernetesOption.Create();
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
                version,
                strict,
                json,
            };
        verb.SetAction(parsed =>
        {
            if (SettingOption.Read(parsed, set, screen) is not { } settings) return ExitCode.WrongInput;
            if (parsed.GetValue(version) is { } name && KubernetesVersions.Find(name) is null)
            {
                return screen.Refuse($"--kubernetes {name}: allowed are {KubernetesOption.Known}");
            }

            IReadOnlyList<Setting> all = [.. PluginOption.Read(parsed, plugin), .. settings];
            var (diagnostics, files) = Read(parsed.GetRequiredValue(paths), all, KubernetesOption.Read(parsed, version));
            return Tell(diagnostics, files, parsed.GetValue(strict), parsed.GetValue(json), screen);
        });
        return verb;
    }

    private static (Diagnostics Diagnostics, int Files) Read(
        string[] paths, IReadOnlyList<Setting> settings, IReadOnlyList<Setting> version) => InputFiles.Validate(
            paths, MeasureNames.Instance, settings,
            study => StudyReader.Read(study, MeasureNames.Instance, [.. settings, .. version]).Diagnostics, RatesFile.Check, version);

    private static int Tell(Diagnostics diagnostics, int files, bool isStrict, bool isJson, Screen screen)
    {
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
