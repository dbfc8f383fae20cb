using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Steady;
using Simulator.Reports.RunSets;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Studies.Runs;

/// <summary>A run of which nothing is kept but what it came to: no tables, no list of events.</summary>
public static class SingleRun
{
    private const int Steps = 20;

    /// <param name="scenario">With the seed of the run and the settings applied.</param>
    /// <param name="settings">What differs from the scenario's file.</param>
    /// <param name="interruption">Looked at some twenty times in a run.</param>
    /// <param name="warmUp">Of its steady state; null: none is told.</param>
    /// <param name="placements">Those of the runs beside it; null: it makes its own.</param>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static RunRow Of(
        Scenario scenario, IReadOnlyList<Setting> settings, CancellationToken interruption = default, WarmUpChoice? warmUp = null,
        ISettledPlacements? placements = null)
    {
        var recorder = new RunRecorder(scenario);
        var run = new ScenarioRun(scenario, recorder) { Placements = placements };
        interruption.ThrowIfCancellationRequested();
        run.Start();
        var step = run.StepOf(Steps);
        do interruption.ThrowIfCancellationRequested();
        while (run.Advance(run.Now + step));
        var row = new RunRow
        {
            Settings = settings,
            Seed = $"{scenario.Seed}",
            Digest = run.Digest,
            Events = run.EventCount,
            Measures = RunMeasures.Of(recorder),
        };
        return warmUp is null ? row : WithSteadyState(row, SteadyState.Of(recorder, warmUp));
    }

    private static RunRow WithSteadyState(RunRow row, SteadyState steady) => row with
    {
        Measures = new SortedDictionary<string, double>(
            row.Measures.Concat(steady.Measures).ToDictionary(entry => entry.Key, entry => entry.Value), StringComparer.Ordinal),
        Batches = steady.Batches,
    };
}
