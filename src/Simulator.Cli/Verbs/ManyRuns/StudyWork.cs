using System.Text.Json;
using Simulator.Cli.Output;
using Simulator.Reports.Files;
using Simulator.Reports.Html.Studies;
using Simulator.Reports.RunSets;
using Simulator.Reports.Statistics;
using Simulator.Studies.Farm;
using Simulator.Studies.Files;
using Simulator.Studies.Results;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary>Makes the runs of a study and keeps each as it ends; then writes and prints what they come to.</summary>
internal sealed class StudyWork(Study study, StudyFacts facts, StudyOptions options, string folder, Screen screen)
{
    private readonly StudyProgress _progress = new(screen, options.Output);

    /// <summary>Told how many runs there are to be.</summary>
    public Action<int> Want => _progress.Want;

    /// <param name="work">Makes the runs: by variant, then by seed.</param>
    /// <param name="tell">What they come to.</param>
    /// <returns>The exit code.</returns>
    public int Do(Func<VariantRuns, CancellationToken, IReadOnlyList<RunRow>> work, Func<IReadOnlyList<RunRow>, Told> tell)
    {
        using var interruption = new Interruption(screen.Interruption);
        try
        {
            if (options.Output == RunOutput.Text) screen.Out.WriteLine(facts.About);
            StudyFolder.Refuse(folder);
            if (Open() is not { } journal) return ExitCode.WrongInput;
            using (journal)
            {
                var rows = Run(journal, work, interruption.Token);
                return interruption.Token.IsCancellationRequested ? TellInterrupted() : Finish(tell(rows));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            screen.Tell($"{folder}: {failure.Message}", "red");
            if (_progress.Finished > 0) screen.Tell($"{Kept()}; the same command goes on from there", "yellow");
            return ExitCode.WrongInput;
        }
    }

    private IReadOnlyList<RunRow> Run(
        RunJournal journal, Func<VariantRuns, CancellationToken, IReadOnlyList<RunRow>> work, CancellationToken interruption)
    {
        var runs = new VariantRuns(study.Source, study.Settings, journal)
        {
            Threads = options.Threads,
            WarmUp = study.WarmUp,
            Finished = _ => _progress.Finish(),
        };
        return _progress.During(journal.Known, () => work(runs, interruption));
    }

    /// <summary>Null, and a sentence, if the folder holds runs of something else.</summary>
    private RunJournal? Open()
    {
        if (options.BeginsAnew) return RunJournal.Begin(folder, facts.Header);
        var journal = RunJournal.Open(folder, facts.Header, out var problem);
        return journal
            ?? screen.Refuse<RunJournal>($"{folder} holds {problem}; give another folder with --out, or throw them away with --anew");
    }

    private int TellInterrupted()
    {
        screen.Tell($"interrupted: {Kept()}; the same command goes on from there", "yellow");
        return ExitCode.Interrupted;
    }

    private string Kept() =>
        $"{HumanNumber.Count(_progress.Finished)} of {HumanNumber.Count(_progress.Wanted, "run is", "runs are")} kept in {folder}";

    private int Finish(Told told)
    {
        foreach (var note in StudyFolder.Write(folder, told.Content, told.Files)) screen.Tell(note, "yellow");
        if (options.Output == RunOutput.Json) screen.Out.Write(told.Json);
        else Print(told.Lines);
        return told.IsMissed ? ExitCode.Missed : ExitCode.Done;
    }

    private void Print(IReadOnlyList<string> lines)
    {
        if (options.Output == RunOutput.Text)
        {
            var made = _progress.Made == 0
                ? "no run was left to make"
                : $"{HumanNumber.Count(_progress.Made, "run", "runs")} in {HumanTime.Long(_progress.Elapsed.TotalSeconds)} "
                    + $"({HumanNumber.Plain(Math.Round(_progress.Rate, 1))} a second)";
            screen.Out.WriteLine(made);
            screen.Out.WriteLine();
        }

        foreach (var line in lines) screen.Out.WriteLine(line);
        screen.Out.WriteLine();
        screen.Out.WriteLine($"report    {Path.Combine(folder, ResultFolder.ReportFile)}");
    }

    /// <param name="Lines">For a terminal.</param>
    internal sealed record Told(
        IReadOnlyList<string> Lines, StudyContent Content, IReadOnlyList<NamedFile> Files, string Json, bool IsMissed);
}
