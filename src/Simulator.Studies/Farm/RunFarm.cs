using System.Collections.Concurrent;
using Simulator.Reports.RunSets;

namespace Simulator.Studies.Farm;

/// <summary>Runs many tasks at once, on several threads. A run is one thread's from its start to its end.</summary>
public static class RunFarm
{
    /// <summary>
    /// Finished runs in the order of the tasks, whatever the order in which they ended; of an interrupted farm those that are finished.
    /// </summary>
    /// <param name="run">Makes one run; may be called on several threads at once.</param>
    /// <param name="finished">Told each run as it ends, one at a time.</param>
    /// <param name="threads">At once; all cores by default.</param>
    public static IReadOnlyList<RunRow> Run(
        IReadOnlyList<RunTask> tasks,
        Func<RunTask, CancellationToken, RunRow> run,
        Action<RunRow> finished,
        CancellationToken interruption = default,
        int? threads = null)
    {
        var rows = new RunRow?[tasks.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount,
            CancellationToken = interruption,
        };
        var gate = new Lock();
        try
        {
            Parallel.ForEach(Partitioner.Create(Enumerable.Range(0, tasks.Count), EnumerablePartitionerOptions.NoBuffering), options, i =>
            {
                var row = run(tasks[i], interruption);
                lock (gate)
                {
                    rows[i] = row;
                    finished(row);
                }
            });
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            // What is finished has been told.
        }

        return [.. rows.OfType<RunRow>()];
    }
}
