using Simulator.Cli.Output;
using Simulator.Scenarios;
using Simulator.World;

namespace Simulator.Cli.Verbs;

/// <summary>What a run leaves behind. The one place where the program meets Simulator.Reports.</summary>
internal sealed class RunResults(Scenario scenario, ScenarioFile file, RunOptions options, Screen screen)
{
    /// <summary>Told every fact of the run.</summary>
    public IReadOnlyList<IObserver> Observers => [];

    /// <summary>Where results go.</summary>
    public string Folder => options.Folder ?? Path.Combine("results", scenario.Name);

    /// <summary>Prints what the run came to.</summary>
    /// <returns>The exit code.</returns>
    public int Finish(ScenarioRun run, TimeSpan elapsed)
    {
        if (options.Output == RunOutput.Json) JsonText.Write(new Outcome(scenario.Name, scenario.Seed, BugReport.Version, run.Now.TotalSeconds, elapsed.TotalSeconds, run.EventCount, run.Digest, file.FlagsThatDiffer), screen.Out);
        else screen.Out.WriteLine($"{run.Now} simulated in {elapsed.TotalSeconds:F1} s, {run.EventCount:N0} events, digest {run.Digest[..16]}");
        return ExitCode.Done;
    }

    private sealed record Outcome(
        string Scenario, ulong Seed, string Version, double SimulatedSeconds, double WallSeconds, long Events, string Digest, IReadOnlyList<string> FlagsThatDiffer);
}
