using System.Diagnostics;

namespace Simulator.Cli.Bench;

/// <summary>How fast something is done again and again, and what it allocates each time.</summary>
internal readonly record struct Pace(double PerCpuSecond, double PerWallSecond, double BytesEach)
{
    /// <summary>Does it so often, after garbage of before is gone.</summary>
    /// <param name="step">Told its number, from 0.</param>
    public static Pace Of(int count, Action<int> step)
    {
        GC.Collect();
        var (cpu, wall, bytes) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        for (var i = 0; i < count; i++) step(i);
        return new Pace(
            count / Math.Max((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, 1e-6),
            count / Stopwatch.GetElapsedTime(wall).TotalSeconds,
            (GC.GetAllocatedBytesForCurrentThread() - bytes) / (double)count);
    }
}
