using System.Collections.Concurrent;
using Simulator.Reports.Measures.Steady;
using Simulator.Reports.RunSets;
using Simulator.Studies.Runs;
using Simulator.Studies.Starts;
using Simulator.World.Specification;

namespace Simulator.Studies.Farm;

/// <summary>Runs of variants of one scenario, each kept in a journal as it ends. What is in the journal is not run again.</summary>
/// <param name="common">Changed in every variant; the rows do not repeat it.</param>
public sealed class VariantRuns(ScenarioSource source, IReadOnlyList<Setting> common, RunJournal journal)
{
    /// <summary>Of one variant most runs follow each other, so that few are needed at a time.</summary>
    private const int ScenariosMax = 64;

    private readonly SharedObjects _objects = new();
    private readonly ConcurrentDictionary<string, Lazy<Scenario>> _scenarios = new(StringComparer.Ordinal);

    /// <summary>What is settled at their starts is placed once for all that place the same.</summary>
    public SharedPlacements Placements { get; } = new();

    /// <summary>At once; null: all cores.</summary>
    public int? Threads { get; init; }

    /// <summary>Of the steady state of each run; null: none is told.</summary>
    public WarmUpChoice? WarmUp { get; init; }

    /// <summary>Told each run that was made, one at a time; those of the journal were made before.</summary>
    public Action<RunRow> Finished { get; init; } = _ => { };

    /// <summary>In the order of the tasks; of an interrupted study those that are finished.</summary>
    /// <exception cref="IOException">The disk is full; what was finished before is kept.</exception>
    public IReadOnlyList<RunRow> Run(IReadOnlyList<RunTask> tasks, CancellationToken interruption) =>
        journal.Complete(tasks, Make, Finished, interruption, Threads);

    private RunRow Make(RunTask task, CancellationToken interruption)
    {
        try
        {
            return SingleRun.Of(ScenarioOf(task) with { Seed = task.Seed }, task.Settings, interruption, WarmUp, Placements);
        }
        catch (Exception failure) when (Note(failure, task))
        {
            throw;
        }
    }

    /// <summary>Which run it was, for whoever reports a bug.</summary>
    private bool Note(Exception failure, RunTask task)
    {
        (failure.Data["scenario"], failure.Data["seed"]) = ($"{source.Path} {string.Join(", ", [.. common, .. task.Settings])}", task.Seed);
        return false;
    }

    private Scenario ScenarioOf(RunTask task)
    {
        if (_scenarios.Count > ScenariosMax) _scenarios.Clear();
        return _scenarios.GetOrAdd(string.Join(", ", task.Settings), _ => new Lazy<Scenario>(() => Read(task.Settings))).Value;
    }

    /// <summary>Whoever made the tasks has read every variant once.</summary>
    private Scenario Read(IReadOnlyList<Setting> settings)
    {
        var file = source.Read([.. common, .. settings]);
        return file.Scenario is { } scenario
            ? _objects.Of(scenario)
            : throw new IOException($"{source.Path} has changed while its variants ran: {file.Diagnostics.Errors[0]}");
    }
}
