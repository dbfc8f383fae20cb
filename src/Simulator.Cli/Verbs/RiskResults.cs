using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Reports.Files;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.RunSets;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.Scenarios.Files;
using Simulator.Studies.Farm;
using Simulator.Studies.Risk;
using Simulator.Studies.Risk.Losses;
using Simulator.Studies.Risk.Telling;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary>Makes the runs of a study of risk, keeps each as it ends, and tells what they come to.</summary>
/// <param name="file">Its list of files read has those of all variants, and of the rates.</param>
internal sealed class RiskResults(RiskPlan plan, Scenario scenario, ScenarioFile file, RiskOptions options, Screen screen)
{
    private const string Verb = "simulator risk ";

    private readonly StudyProgress _progress = new(screen, options.Output);

    private string Folder => options.Folder ?? Path.Combine("results", $"{scenario.Name}-risk");

    private string Command =>
        $"{Verb}{ShellWord.Of(ShownPath.Of(options.Path))}{RatesShown} --runs {plan.Runs} --years {plan.Years} --seed {plan.Seed}"
        + $"{(plan.By is { } by ? $" --by {by.ToString().ToLowerInvariant()}" : "")}{SettingOption.Shown(options.Settings)}"
        + $"{SettingOption.Shown(options.Against, "--against")} --give-up {GoDuration.Format(plan.Patience)}";

    private string RatesShown => options.Rates is { } rates ? $" --rates {ShellWord.Of(ShownPath.Of(rates))}" : "";

    /// <returns>The exit code.</returns>
    public int Make()
    {
        var about = Headline.Of(scenario, file.FlagsThatDiffer, file.Settings);
        if (options.Output == RunOutput.Text) screen.Out.WriteLine(about);
        var leftOut = QuietScenario.LeftOut(scenario, options.Rates is not null).ToList();
        if (options.Output == RunOutput.Text) foreach (var sentence in leftOut) screen.Tell(sentence, "yellow");
        var start = Stopwatch.GetTimestamp();
        using var interruption = new Interruption(screen.Interruption);
        try
        {
            StudyFolder.Refuse(Folder);
            using var journal = Open();
            if (journal is null) return ExitCode.WrongInput;
            var result = RiskReading.Of(plan, Study(journal, interruption.Token));
            Write(result, about, leftOut);
            Print(result, Stopwatch.GetElapsedTime(start));
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            screen.Tell(
                $"interrupted: {HumanNumber.Count(_progress.Finished, "run is", "runs are")} kept in {Folder}; the same command goes on "
                    + "from there",
                "yellow");
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            return screen.Refuse($"the results cannot be written to {Folder}: {failure.Message}");
        }
    }

    /// <summary>Null, and a sentence, if the folder holds runs of something else.</summary>
    private RunJournal? Open()
    {
        if (options.BeginsAnew) return RunJournal.Begin(Folder, HeaderOf());
        return RunJournal.Open(Folder, HeaderOf(), out var problem)
            ?? screen.Refuse<RunJournal>($"{Folder} holds {problem}; give another folder with --out, or throw them away with --anew");
    }

    private RiskSamples Study(RunJournal journal, CancellationToken interruption) => _progress.During(journal.Known, () =>
    {
        _progress.Want((plan.Runs + 1) * plan.Variants.Count);
        return new RiskStudy(plan, new SimulatedRuns(plan.Patience, journal, _ => _progress.Finish(), interruption)).Run();
    });

    private RunSetHeader HeaderOf() => RunHeader.Of(file, Command);

    private void Write(RiskResult result, string about, IReadOnlyList<string> leftOut)
    {
        var origin = new StudyOrigin
        {
            Command = Command,
            Seeds = $"{plan.Seed} and those that follow",
            Version = BugReport.Version,
            Flags = [.. file.FlagsThatDiffer, .. options.Settings.Select(setting => setting.ToString())],
            Facts = [("runs", HumanNumber.Count(result.Runs)), ("troubles", $"{RiskNumber(result.Variants[0].PerYear)} a year")],
            Files = [
                (RiskTable.File, "a row for each variant, service and kind of trouble"), (RunSetFile.Name, "a line for each short run")],
        };
        StudyFolder.Write(Folder, RiskContent.Of(result, about, origin, leftOut),
        [
            new NamedFile(RiskTable.File, text => RiskTable.Write(result, text)),
            new NamedFile(SummaryJson.FileName, text => text.WriteLine(RiskJson.Write(result, Command, BugReport.Version))),
        ]);
    }

    private void Print(RiskResult result, TimeSpan elapsed)
    {
        if (options.Output == RunOutput.Json)
        {
            screen.Out.WriteLine(RiskJson.Write(result, Command, BugReport.Version));
            return;
        }

        if (options.Output == RunOutput.Text)
        {
            screen.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{HumanNumber.Count(result.Runs)} short runs in {elapsed.TotalSeconds:F1} s · {RiskNumber(result.Variants[0].PerYear)} "
                    + $"troubles a year, {SourceOf()}"));
            screen.Out.WriteLine();
        }

        foreach (var line in RiskText.Lines(result)) screen.Out.WriteLine(line);
        screen.Out.WriteLine();
        screen.Out.WriteLine($"report    {Path.Combine(Folder, ResultFolder.ReportFile)}");
    }

    private string SourceOf() => options.Rates is { } rates ? $"rates of {Path.GetFileName(rates)}"
        : scenario.RandomOutages.Count > 0 ? "rates of the scenario" : "published rates";

    private static string RiskNumber(double perYear) => perYear.ToString(perYear < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
