using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Studies.Axes;
using Simulator.Studies.Farm;
using Simulator.Studies.Files;
using Simulator.Studies.Sweeps;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary><c>simulator sweep FILE --set PATH=A..B:STEP</c></summary>
internal static class SweepVerb
{
    private const int SeedsOtherwise = 5;
    private const int RunsMax = 1_000_000;
    private const int ErrorsShown = 20;

    public static Command Create(Screen screen)
    {
        var line = new StudyCommandLine(
            $"Runs of each variant; {SeedsOtherwise} otherwise.",
            SettingOption.Create(
                "--set", "An axis: what is tried in place of a value, as in clusters[0].nodePools[0].count=20..60:10, "
                    + "or a,b,c; a single value is changed in every run; may come again."));
        var verb = line.Verb("sweep", "Runs a scenario with every combination of some values, each with the same seeds.");
        verb.SetAction(parsed => line.Read(parsed, screen) is { } options ? Sweep(options, screen) : ExitCode.WrongInput);
        return verb;
    }

    private static int Sweep(StudyOptions options, Screen screen)
    {
        if (SweepAxes.Of(options.Settings, screen) is not { } typed) return ExitCode.WrongInput;
        if (StudyInput.Read(options, typed.Common, screen) is not { } study) return ExitCode.WrongInput;
        var axes = typed.Over(study.Axes);
        var seeds = options.Seeds ?? study.Seeds ?? SeedsOtherwise;
        var problem = axes.Count == 0 ? "a sweep needs an axis: --set PATH=A..B:STEP or --set PATH=a,b,c, or axes in a study file"
            : Axis.Count(axes) * seeds > RunsMax ? $"{Axis.Count(axes):N0} variants with {seeds:N0} seeds are more than {RunsMax:N0} runs"
            : "";
        if (problem.Length > 0) return screen.Refuse(problem);
        return TellErrors(study, axes, screen) ? ExitCode.WrongInput : Run(study, axes, seeds, options, screen);
    }

    private static bool TellErrors(Study study, IReadOnlyList<Axis> axes, Screen screen)
    {
        var errors = VariantCheck.Errors(study.Source, study.Settings, axes);
        foreach (var error in errors.Take(ErrorsShown)) screen.Tell(error.ToString(), "red");
        if (errors.Count > ErrorsShown) screen.Error.WriteLine($"and {errors.Count - ErrorsShown:N0} more");
        return errors.Count > 0;
    }

    private static int Run(Study study, IReadOnlyList<Axis> axes, int seeds, StudyOptions options, Screen screen)
    {
        var facts = StudyHeading.Of(study, options, $"sweep --seeds {seeds}");
        var folder = options.Folder ?? Path.Combine("results", StudyReader.IsStudy(options.Path) ? study.Name : $"{study.Name}-sweep");
        List<RunTask> tasks =
            [.. Axis.Product(axes).SelectMany(variant => RunTask.Seeds(facts.Seed, seeds).Select(seed => new RunTask(variant, seed)))];
        var work = new StudyWork(study, facts, options, folder, screen);
        return work.Do(
            (runs, interruption) =>
            {
                work.Want(tasks.Count);
                return runs.Run(tasks, interruption);
            },
            rows =>
            {
                var report = new SweepReport(rows, facts, axes);
                return new(report.Lines(), report.Content(), report.Files(), report.Document.ToJson(), report.IsMissed);
            });
    }
}
