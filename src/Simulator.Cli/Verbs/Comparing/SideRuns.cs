using System.Globalization;
using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Studies.Farm;
using Simulator.Studies.Runs;
using Simulator.Studies.Starts;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>Runs what a side has not run yet, with the seeds of the other side where that has some.</summary>
/// <param name="wanted">Seeds for each scenario file; null: as many as the other side has, five of two scenario files.</param>
internal sealed class SideRuns(int? wanted, Screen screen, RunOutput output, CancellationToken interruption)
{
    private const int SeedsOfScenarios = 5;

    private readonly StudyProgress _progress = new(screen, output);

    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public (Side Before, Side After) Complete(SideInput before, SideInput after)
    {
        var seeds = SeedsOf(before, after);
        return Run(seeds.Count * new[] { before, after }.Count(side => side is SideInput.Planned), () =>
            (Complete(before, seeds), Complete(after, seeds)));
    }

    /// <summary>One side alone.</summary>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public Side Complete(SideInput side)
    {
        var seeds = SeedsOf(side, side);
        return Run(seeds.Count, () => Complete(side, seeds));
    }

    private T Run<T>(int runs, Func<T> work) => _progress.During(0, () =>
    {
        _progress.Want(runs);
        return work();
    });

    private Side Complete(SideInput side, IReadOnlyList<ulong> seeds)
    {
        if (side is SideInput.Finished finished) return finished.Side;
        var planned = (SideInput.Planned)side;
        List<RunTask> tasks = [.. seeds.Select(seed => new RunTask(planned.Settings, seed))];
        var placements = new SharedPlacements();
        var rows = RunFarm.Run(
            tasks,
            (task, token) => SingleRun.Of(planned.Scenario with { Seed = task.Seed }, task.Settings, token, placements: placements),
            _ => _progress.Finish(), interruption);
        interruption.ThrowIfCancellationRequested();
        return new Side(side.Name, side.Header, rows);
    }

    private IReadOnlyList<ulong> SeedsOf(SideInput before, SideInput after)
    {
        var finished = before as SideInput.Finished ?? after as SideInput.Finished;
        if (finished is not null)
        {
            return [.. finished.Rows.Take(wanted ?? int.MaxValue).Select(row => ulong.Parse(row.Seed, CultureInfo.InvariantCulture))];
        }
        return before is SideInput.Planned planned ? [.. RunTask.Seeds(planned.Scenario.Seed, wanted ?? SeedsOfScenarios)] : [];
    }
}
