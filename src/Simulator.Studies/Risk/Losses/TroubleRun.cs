using Simulator.World.Running;
using Simulator.World.Specification;

namespace Simulator.Studies.Risk.Losses;

/// <summary>
/// A short run: a settled scenario, the troubles that begin in it, and the time until their consequences are over and no longer.
/// </summary>
public static class TroubleRun
{
    /// <summary>How often it is looked whether all is over.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    /// <summary>What holds for so long is over.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(2);

    /// <summary>What happens in the moment of the trouble is its doing already.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromMilliseconds(1);

    /// <summary>When what was struck is relieved machines still boot, and kubelets find what has changed.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(4);

    /// <summary>A run that is long and hard to stop is worth nothing to who waits.</summary>
    private static readonly TimeSpan Stride = TimeSpan.FromMinutes(10);

    /// <param name="scenario">As <see cref="QuietScenario"/> makes it, with the seed of the run.</param>
    /// <param name="troubles">Those that are drawn.</param>
    /// <param name="from">From here on losses count: when the first of the troubles begins.</param>
    /// <param name="relieved">When the last of them is over.</param>
    /// <param name="patience">So long after that the run is given up at the latest.</param>
    /// <param name="placements">Those of the runs beside it; null: it makes its own.</param>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public static RunOutcome Of(
        Scenario scenario, IReadOnlyList<OutageSpec> troubles, TimeSpan from, TimeSpan relieved, TimeSpan patience,
        CancellationToken interruption = default, ISettledPlacements? placements = null)
    {
        interruption.ThrowIfCancellationRequested();
        var end = relieved + patience;
        var recorder = new LossRecorder(scenario);
        var run = new ScenarioRun(
            scenario with { Duration = end + Step, Outages = [.. scenario.Outages, .. troubles] }, recorder)
        { Placements = placements };
        run.Start();
        AdvanceTo(run, from - Before, interruption);
        var (before, level) = (recorder.At(run.Now), recorder.LevelAt(run.Now));
        AdvanceTo(run, Least(relieved + Aftermath, end), interruption);
        var bad = run.Now - Calm;
        while (run.Now < end && run.Now - bad <= Calm)
        {
            if (recorder.LevelAt(run.Now) > level) bad = run.Now;
            AdvanceTo(run, Least(run.Now + Step, end), interruption);
        }

        var isHealed = recorder.LevelAt(run.Now) <= level;
        return new RunOutcome((run.Now - from).TotalSeconds, isHealed, Between(before, recorder.At(run.Now)))
        {
            Digest = run.Digest,
            Events = run.EventCount,
        };
    }

    private static void AdvanceTo(ScenarioRun run, TimeSpan moment, CancellationToken interruption)
    {
        while (run.Now < moment)
        {
            interruption.ThrowIfCancellationRequested();
            run.Advance(Least(run.Now + Stride, moment));
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static Dictionary<string, ServiceLosses> Between(IReadOnlyList<ServiceLosses> before, IReadOnlyList<ServiceLosses> after)
    {
        var known = before.ToDictionary(service => service.Name, StringComparer.Ordinal);
        return after.ToDictionary(
            service => service.Name, service => known.TryGetValue(service.Name, out var old) ? service.Since(old) : service,
            StringComparer.Ordinal);
    }
}
