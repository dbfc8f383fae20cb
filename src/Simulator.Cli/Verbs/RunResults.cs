using System.Globalization;
using Simulator.Api.Words;
using Simulator.Cli.Output;
using Simulator.Reports.Files;
using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.Reports.Summaries;
using Simulator.Reports.Tables;
using Simulator.Reports.Text;
using Simulator.Scenarios.Files;
using Simulator.World.Explanation.Endings;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs;

/// <summary>What a run leaves behind. The one place where the program meets Simulator.Reports.</summary>
internal sealed class RunResults(Scenario scenario, ScenarioFile file, RunOptions options, Screen screen) : IDisposable
{
    private readonly RunRecorder _recorder = new(scenario);
    private readonly EventTable _events = new();
    private FolderPlace? _place;

    /// <summary>Told every fact of the run.</summary>
    public IReadOnlyList<IObserver> Observers => [_recorder, _events];

    /// <summary>Where results go.</summary>
    private string Folder => options.Folder ?? Path.Combine("results", scenario.Name);

    /// <returns>False, and a sentence on the screen, if the folder cannot take the results: told before the run, not after it.</returns>
    public bool HavePlace() => IsWritten(() => _place = FolderPlace.Reserve(Folder));

    /// <summary>Writes the results and prints what the run came to.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">Interrupted; nothing was written.</exception>
    public int Finish(ScenarioRun run, TimeSpan elapsed, CancellationToken interruption)
    {
        var summary = Summary.From(_recorder, FactsOf(run));
        IReadOnlyList<string> notes = [];
        if (!IsWritten(() => notes = ResultFolder.Write(_place!, summary, _recorder, _events, interruption))) return ExitCode.WrongInput;
        foreach (var note in notes) screen.Tell(note, "yellow");
        if (options.Output == RunOutput.Json) screen.Out.WriteLine(SummaryJson.Write(summary));
        else Print(summary, run, elapsed);
        return summary.Missed > 0 ? ExitCode.Missed : ExitCode.Done;
    }

    public void Dispose()
    {
        _events.Dispose();
        _place?.Dispose();
    }

    /// <summary>A full disk or a folder of somebody else is no bug.</summary>
    private bool IsWritten(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            screen.Tell($"the results cannot be written to {Folder}: {failure.Message}", "red");
            return false;
        }
    }

    private RunFacts FactsOf(ScenarioRun run) => new()
    {
        Digest = run.Digest,
        Version = BugReport.Version,
        Flags = file.FlagsThatDiffer,
        Settings = file.Settings,
        Ending = RunEnding.Of(run),
        NotActedUpon = [.. file.Diagnostics.Omissions.Select(omission => OmissionRow.Of(omission, options.Path))],
        Command = $"simulator run {ShellWord.Of(ShownPath.Of(options.Path))} --seed {scenario.Seed}{SettingOption.Shown(file.Settings)}",
        Folder = options.Folder is { } folder ? ShownPath.Of(folder) : "",
    };

    private void Print(Summary summary, ScenarioRun run, TimeSpan elapsed)
    {
        if (options.Output == RunOutput.Text)
        {
            var speed = run.Now / elapsed;
            screen.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{HumanTime.Clock(run.Now.TotalSeconds)} simulated in {elapsed.TotalSeconds:F1} s ({speed:N0} × real time)"));
            screen.Out.WriteLine();
        }

        foreach (var line in RunText.Lines(summary, Path.Combine(Folder, ResultFolder.ReportFile)))
        {
            screen.Out.WriteLine(VisibleText.Of(line));
        }
        if (summary.Missed > 0) screen.Out.WriteLine($"exit 1: {summary.Missed} of {summary.Expectations.Count} expectations missed");
    }
}
