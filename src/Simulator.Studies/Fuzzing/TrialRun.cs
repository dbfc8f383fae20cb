using System.Diagnostics;
using Simulator.Reports.Measures;
using Simulator.Scenarios.Files;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Invariants;
using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Studies.Fuzzing;

/// <summary>Reads a scenario, and runs it for a moment under all invariants if it is accepted.</summary>
internal static class TrialRun
{
    private const int Steps = 100;

    /// <summary>Of a machine's time; whoever has not ended by then is left alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public static Trial Of(string path, IMeasureBook? measures, IReadOnlyList<Setting> settings)
    {
        var file = ScenarioReader.Read(path, measures, settings);
        if (file.Scenario is { } scenario) return TrialSize.IsSmall(scenario) ? Run(scenario) : new Trial(TrialOutcome.Accepted);
        var isTold = file.Diagnostics.HasErrors;
        return new Trial(TrialOutcome.Refused, isTold ? null : "it was refused without a sentence");
    }

    private static Trial Run(Scenario scenario)
    {
        var (recorder, invariants) = (new RunRecorder(scenario), new InvariantSuite());
        var run = new ScenarioRun(scenario, recorder, invariants);
        invariants.Follow(run);
        var start = Stopwatch.GetTimestamp();
        run.Start();
        var step = run.StepOf(Steps);
        var isOver = false;
        while (!isOver && Stopwatch.GetElapsedTime(start) < Patience) isOver = !run.Advance(run.Now + step);
        var broken = invariants.Broken.FirstOrDefault();
        if (broken is not null) return new Trial(TrialOutcome.Ran, $"an invariant is broken: {broken}");
        var odd = isOver ? RunMeasures.Of(recorder).FirstOrDefault(measure => double.IsNaN(measure.Value)).Key : null;
        return new Trial(TrialOutcome.Ran, odd is null ? null : $"the measure {odd} is no number");
    }
}
