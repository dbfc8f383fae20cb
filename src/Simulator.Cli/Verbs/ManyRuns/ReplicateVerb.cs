using System.CommandLine;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Reports.Measures.Steady;
using Simulator.Studies.Files;
using Simulator.Studies.Replication;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary><c>simulator replicate FILE</c></summary>
internal static class ReplicateVerb
{
    private const int SeedsOtherwise = 20;

    /// <summary>Fewer say nothing about how many are needed.</summary>
    private const int SeedsToLookAt = 10;

    public static Command Create(Screen screen)
    {
        var line = new StudyCommandLine(
            $"Runs, each with a seed of its own; {SeedsOtherwise} otherwise, with --precision {SeedsToLookAt} to begin with.",
            SettingOption.Create());
        var precision = new Option<string?>("--precision")
        {
            Description = "Go on until the intervals of the measures are within this share of their values: 5%.",
            HelpName = "SHARE",
        };
        var max = new Option<int?>("--max-seeds")
        {
            Description = "With --precision: no more than so many; 1,000 otherwise.",
            HelpName = "N",
        };
        var warmUp = new Option<string?>("--warm-up")
        {
            Description =
                "Also the steady state of each run (measures steady.*), so much of its start left out: 10m; auto: found in each run.",
            HelpName = "DURATION",
        };
        var verb = line.Verb(
            "replicate", "Runs a scenario with many seeds and says what holds for all of them, with intervals.", precision, max, warmUp);
        verb.SetAction(parsed => line.Read(parsed, screen) is { } options
            ? Replicate(
                options with
                {
                    Precision = parsed.GetValue(precision),
                    SeedsMax = parsed.GetValue(max),
                    WarmUp = parsed.GetValue(warmUp),
                },
                screen)
            : ExitCode.WrongInput);
        return verb;
    }

    private static int Replicate(StudyOptions options, Screen screen)
    {
        if (options.Precision is { } wanted && RelativePrecision.Parse(wanted) is null)
        {
            return screen.Refuse($"--precision {wanted}: allowed is {RelativePrecision.Allowed}");
        }

        if (StudyInput.Read(options, options.Settings, screen) is not { } read) return ExitCode.WrongInput;
        var study = options.WarmUp is { } typed ? read with { WarmUp = WarmUpChoice.Parse(typed) } : read;
        var duration = study.Scenario.Scenario!.Duration;
        if ((options.WarmUp is not null && study.WarmUp is null) || study.WarmUp?.Length >= duration)
        {
            return screen.Refuse(
                $"--warm-up {options.WarmUp ?? $"{study.WarmUp}"}: allowed is {WarmUpChoice.Allowed} ({GoDuration.Format(duration)})");
        }
        if (study.Axes.Count > 0) return screen.Refuse($"{options.Path} has axes: simulator sweep runs it");
        var plan = PlanOf(study, options);
        if (plan.SeedsMax < plan.Seeds)
        {
            return screen.Refuse(
                $"--max-seeds {plan.SeedsMax} is below the {plan.Seeds} runs to begin with; allowed are {plan.Seeds} or more");
        }

        return Run(study, plan, options, screen);
    }

    private static ReplicationPlan PlanOf(Study study, StudyOptions options)
    {
        var precision = options.Precision is { } text ? RelativePrecision.Parse(text) : study.Precision;
        var seeds = options.Seeds ?? study.Seeds ?? (precision is null ? SeedsOtherwise : SeedsToLookAt);
        return new ReplicationPlan
        {
            Seeds = seeds,
            Precision = precision,
            SeedsMax = options.SeedsMax ?? Math.Max(1000, seeds),
            Measures = study.Measures,
            WarmUp = study.WarmUp,
        };
    }

    private static int Run(Study study, ReplicationPlan plan, StudyOptions options, Screen screen)
    {
        var facts = StudyHeading.Of(study, options, $"replicate --seeds {plan.Seeds}{Precise(plan, options)}");
        var folder = options.Folder ?? Path.Combine("results", StudyReader.IsStudy(options.Path) ? study.Name : $"{study.Name}-replicate");
        var work = new StudyWork(study, facts, options, folder, screen);
        return work.Do(
            (runs, interruption) => new Replicator(runs, facts, plan).Run(work.Want, interruption),
            rows =>
            {
                var report = new ReplicationReport(rows, facts, plan);
                return new(report.Lines(), report.Content(), report.Files(), report.Document.ToJson(), report.IsMissed);
            });
    }

    private static string Precise(ReplicationPlan plan, StudyOptions options) =>
        (plan.Precision is null ? "" : $" --precision {options.Precision ?? $"{plan.Precision}"} --max-seeds {plan.SeedsMax}")
            + (options.WarmUp is { } warmUp ? $" --warm-up {warmUp}" : "");
}
