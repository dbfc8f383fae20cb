using System.Diagnostics;

namespace Simulator.Studies.Fuzzing;

/// <summary>Lets a trial take so much time and memory, and no more.</summary>
internal static class BoundedTrial
{
    public static readonly TimeSpan LongestTime = TimeSpan.FromSeconds(10);

    /// <summary>Of the whole process: on a machine that is busy otherwise a trial is not to blame for the time.</summary>
    private static readonly TimeSpan LongestWork = LongestTime * 0.8;

    private const long BytesMax = 2L << 30;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    /// <summary>An exception, a hang and a greed for memory are problems like any other. What hangs is left behind.</summary>
    public static Trial Of(Func<Trial> trial)
    {
        var task = Task.Factory.StartNew(trial, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var (start, work) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        while (!IsOver(task))
        {
            if (Stopwatch.GetElapsedTime(start) > LongestTime && Environment.CpuUsage.TotalTime - work > LongestWork)
            {
                return new Trial(TrialOutcome.Accepted, $"not over after {LongestTime.TotalSeconds} s");
            }

            if (GC.GetTotalMemory(forceFullCollection: false) > BytesMax && GC.GetTotalMemory(forceFullCollection: true) > BytesMax)
            {
                return new Trial(TrialOutcome.Accepted, $"more than {BytesMax >> 30} GiB of memory are in use");
            }
        }

        return task.IsFaulted ? new Trial(TrialOutcome.Accepted, $"{task.Exception!.InnerException}") : task.Result;
    }

    private static bool IsOver(Task task)
    {
        try
        {
            return task.Wait(BetweenLooks);
        }
        catch (AggregateException)
        {
            return true;
        }
    }
}
