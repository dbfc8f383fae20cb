using System.CommandLine;
using System.Diagnostics;
using Simulator.Cli.Output;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Files;
using Simulator.Studies.Runs;
using Simulator.World.Invariants;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator run SCENARIO</c></summary>
internal static class RunVerb
{
    public static Command Create(Screen screen)
    {
        var path = new Argument<string>("SCENARIO") { Description = "The scenario file." };
        var seed = new Option<ulong?>("--seed") { Description = "Instead of the scenario's seed.", HelpName = "N" };
        var set = SettingOption.Create();
        var plugin = PluginOption.Create();
        var version = KubernetesOption.Create();
        var folder = new Option<string?>("--out") { Description = "Where results go; results/NAME otherwise.", HelpName = "FOLDER" };
        var quiet = OutputOption.Quiet();
        var json = OutputOption.Json();
        var check = new Option<bool>("--check")
        {
            Description = "Hold the run to all invariants; a broken one is a bug of the simulator (exit code 3).",
        };
        var verb = new Command("run", "Runs a scenario and writes its results.")
        {
            path,
            seed,
            set,
            plugin,
            version,
            folder,
            quiet,
            json,
            check,
        };
        verb.SetAction(parsed =>
        {
            if (SettingOption.Read(parsed, set, screen) is not { } settings) return ExitCode.WrongInput;
            settings = [.. PluginOption.Read(parsed, plugin), .. settings, .. KubernetesOption.Read(parsed, version)];
            var output = OutputOption.Read(parsed, json, quiet);
            return Run(
                new RunOptions(
                    parsed.GetRequiredValue(path), parsed.GetValue(seed), parsed.GetValue(folder),
                    output)
                { Settings = settings, IsChecked = parsed.GetValue(check), IsQuiet = parsed.GetValue(quiet) },
                screen);
        });
        return verb;
    }

    private static int Run(RunOptions options, Screen screen)
    {
        var file = ScenarioReader.Read(options.Path, MeasureNames.OfWholeRuns, options.Settings);
        if (!options.IsQuiet || file.Diagnostics.HasErrors) DiagnosticText.Write(file.Diagnostics, screen);
        if (file.Scenario is not { } read) return ExitCode.WrongInput;
        var scenario = read with { Seed = options.Seed ?? read.Seed };
        try
        {
            return Run(scenario, file, options, screen);
        }
        catch (Exception bug) when (BugReport.Annotate(bug, options.Path, scenario.Seed))
        {
            throw;
        }
    }

    private static int Run(Scenario scenario, ScenarioFile file, RunOptions options, Screen screen)
    {
        using var interruption = new Interruption(screen.Interruption, screen.TellInterrupted);
        if (options.Output == RunOutput.Text) screen.Out.WriteLine(Headline.Of(scenario, file.FlagsThatDiffer, file.Settings));
        using var results = new RunResults(scenario, file, options, screen);
        if (!results.HavePlace()) return ExitCode.WrongInput;
        var start = Stopwatch.GetTimestamp();
        var invariants = new InvariantSuite();
        var progress = new RunProgress(scenario, screen, options.IsQuiet, interruption.Token);
        IReadOnlyList<IObserver> observers = [.. results.Observers, progress.Observer];
        var run = new ScenarioRun(scenario, options.IsChecked ? [.. observers, invariants] : observers);
        if (options.IsChecked) invariants.Follow(run);
        progress.Complete(run);
        interruption.BePatient();
        var code = results.Finish(run, Stopwatch.GetElapsedTime(start), interruption.Token);
        return options.IsChecked ? InvariantText.Tell(invariants, scenario, options.Path, screen) ?? code : code;
    }
}
