using System.Runtime.ExceptionServices;
using Simulator.Reports.RunSets;

namespace Simulator.Studies.Farm;

/// <summary>The threads of a farm: each takes the next task while there is one, and room for it.</summary>
internal sealed class Crew(
    IReadOnlyList<RunTask> tasks,
    Func<RunTask, CancellationToken, RunRow> run,
    Action<RunRow> finished,
    RunMemory memory,
    CancellationToken interruption)
{
    private readonly object _gate = new();
    private readonly RunRow?[] _rows = new RunRow?[tasks.Count];
    private ExceptionDispatchInfo? _failure;
    private int _next;
    private int _running;

    public IReadOnlyList<RunRow> Rows => [.. _rows.OfType<RunRow>()];

    public void Work(int threads)
    {
        // Whoever waits for the farm works as well.
        var others = Enumerable.Range(1, Math.Max(0, threads - 1)).Select(_ => new Thread(WorkAlong) { IsBackground = true }).ToList();
        foreach (var thread in others) thread.Start();
        WorkAlong();
        foreach (var thread in others) thread.Join();
        _failure?.Throw();
    }

    private void WorkAlong()
    {
        while (Take() is { } index)
        {
            try
            {
                Finish(index, run(tasks[index], interruption));
            }
            catch (Exception failure)
            {
                Fail(failure);
            }
        }
    }

    private int? Take()
    {
        lock (_gate)
        {
            while (!IsOver && !memory.HasRoom(_running)) Monitor.Wait(_gate);
            if (IsOver) return null;
            _running++;
            return _next++;
        }
    }

    private bool IsOver => _failure is not null || interruption.IsCancellationRequested || _next == tasks.Count;

    private void Finish(int index, RunRow row)
    {
        lock (_gate)
        {
            memory.Note(_running);
            _running--;
            Monitor.PulseAll(_gate);
            if (_failure is not null) return;
            Tell(index, row);
        }
    }

    /// <summary>Nobody else is told once one could not be kept.</summary>
    private void Tell(int index, RunRow row)
    {
        try
        {
            finished(row);
            _rows[index] = row;
        }
        catch (Exception failure)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
    }

    /// <summary>What is finished has been told; a run that an interruption ends is no failure.</summary>
    private void Fail(Exception failure)
    {
        lock (_gate)
        {
            if (!(failure is OperationCanceledException && interruption.IsCancellationRequested))
            {
                _failure ??= ExceptionDispatchInfo.Capture(failure);
            }
            _running = Math.Max(0, _running - 1);
            Monitor.PulseAll(_gate);
        }
    }
}
