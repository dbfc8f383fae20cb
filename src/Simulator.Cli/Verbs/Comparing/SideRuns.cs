using System.Diagnostics;
using System.Globalization;
using Simulator.Cli.Output;
using Simulator.Reports.Comparison;
using Simulator.Reports.Statistics;
using Simulator.Studies.Farm;
using Simulator.Studies.Runs;

namespace Simulator.Cli.Verbs.Comparing;

/// <summary>Runs what a side has not run yet, with the seeds of the other side where that has some.</summary>
/// <param name="wanted">Seeds for each scenario file; null: as many as the other side has, five of two scenario files.</param>
internal sealed class SideRuns(int? wanted, Screen screen, CancellationToken interruption)
{
    private const int SeedsOfScenarios = 5;

    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(2);

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _told = Stopwatch.GetTimestamp();
    private int _finished;

    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public (Side Before, Side After) Complete(SideInput before, SideInput after)
    {
        var seeds = SeedsOf(before, after);
        var sides = new[] { before, after };
        var total = seeds.Count * sides.Count(side => side is SideInput.Planned);
        return (Complete(before, seeds, total), Complete(after, seeds, total));
    }

    /// <summary>One side alone.</summary>
    /// <exception cref="OperationCanceledException">Interrupted.</exception>
    public Side Complete(SideInput side)
    {
        var seeds = SeedsOf(side, side);
        return Complete(side, seeds, seeds.Count);
    }

    private Side Complete(SideInput side, IReadOnlyList<ulong> seeds, int total)
    {
        if (side is SideInput.Finished finished) return finished.Side;
        var planned = (SideInput.Planned)side;
        List<RunTask> tasks = [.. seeds.Select(seed => new RunTask(planned.Settings, seed))];
        var rows = RunFarm.Run(
            tasks, (task, token) => SingleRun.Of(planned.Scenario with { Seed = task.Seed }, task.Settings, token), _ => Tell(total),
            interruption);
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

    private void Tell(int total)
    {
        _finished++;
        if (Stopwatch.GetElapsedTime(_told) < BetweenLines || _finished == total) return;
        _told = Stopwatch.GetTimestamp();
        var left = Stopwatch.GetElapsedTime(_start) / _finished * (total - _finished);
        screen.Error.WriteLine($"{_finished} of {total} runs, about {HumanTime.Long(left.TotalSeconds)} left");
    }
}
