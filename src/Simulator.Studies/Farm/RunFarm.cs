using Simulator.Reports.RunSets;

namespace Simulator.Studies.Farm;

/// <summary>Runs many tasks at once, on several threads. A run is one thread's from its start to its end.</summary>
public static class RunFarm
{
    /// <summary>
    /// Finished runs in the order of the tasks, whatever the order in which they ended; of an interrupted farm those that are finished.
    /// No more run at once than the memory holds, by what finished ones were seen to need.
    /// </summary>
    /// <param name="run">Makes one run; may be called on several threads at once.</param>
    /// <param name="finished">Told each run as it ends, one at a time.</param>
    /// <param name="threads">At once; all cores by default.</param>
    /// <exception cref="Exception">Whatever a run or <paramref name="finished"/> throws, as it was thrown; no other run is begun then.
    /// </exception>
    public static IReadOnlyList<RunRow> Run(
        IReadOnlyList<RunTask> tasks,
        Func<RunTask, CancellationToken, RunRow> run,
        Action<RunRow> finished,
        CancellationToken interruption = default,
        int? threads = null)
    {
        var crew = new Crew(tasks, run, finished, new RunMemory(), interruption);
        crew.Work(Math.Min(threads ?? Environment.ProcessorCount, tasks.Count));
        return crew.Rows;
    }
}
