using System.Diagnostics;
using Simulator.Reports.Measures;
using Simulator.World.Running;

namespace Simulator.Cli.Bench;

/// <summary>
/// What a pod costs in a small and in a large cluster of one shape: one run of <see cref="ScaleWorld"/> each, with its measures, without
/// its files.
/// </summary>
public static class ScaleBench
{
    /// <summary>How much more a pod of the large cluster may cost.</summary>
    public const double AllowedRatio = 1.5;

    /// <summary>Warms up at this size, so that compiling is not charged to the small cluster.</summary>
    private const int WarmUpNodes = 1_000;

    /// <param name="small">Nodes of the small cluster.</param>
    /// <param name="large">Nodes of the large one; it runs last, so that the memory at its peak is its own.</param>
    /// <param name="done">Told each size as it is done.</param>
    public static ScaleBenchResult Run(int small, int large, Action<ScaleSize> done)
    {
        Measure(Math.Min(small, WarmUpNodes));
        var sizes = new List<ScaleSize>();
        foreach (var nodes in (int[])[small, large])
        {
            sizes.Add(Measure(nodes));
            done(sizes[^1]);
        }

        return new ScaleBenchResult(sizes, sizes[1].CpuMicrosecondsPerPod / sizes[0].CpuMicrosecondsPerPod, AllowedRatio);
    }

    private static ScaleSize Measure(int nodes)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (from, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var scenario = ScaleWorld.Of(nodes);
        var recorder = new RunRecorder(scenario);
        var run = new ScenarioRun(scenario, recorder);
        run.Start();
        var pods = run.Clusters[0].Store.List("Pod").Count;
        var started = Environment.CpuUsage.TotalTime - from;
        while (run.Advance(scenario.Duration))
        {
        }

        var cpu = Environment.CpuUsage.TotalTime - from;
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        using var process = Process.GetCurrentProcess();
        var peak = process.PeakWorkingSet64;
        var live = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(recorder);
        return new ScaleSize(
            nodes, pods, cpu.TotalSeconds, started.TotalSeconds, cpu.TotalMicroseconds / pods, peak, (double)live / pods,
            (double)allocated / pods, run.EventCount, run.Digest);
    }
}
