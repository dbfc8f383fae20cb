using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Simulator.Api.Documents;
using Simulator.Api.Sources;
using Simulator.Reports.RunSets;
using Simulator.Scenarios.Files;
using Simulator.Studies.Farm;
using Simulator.Studies.Runs;
using Simulator.Studies.Starts;
using Simulator.World.Specification;

namespace Simulator.Cli.Bench;

/// <summary>How many runs of a small scenario are made in a second: on one thread, then on all that are asked for.</summary>
public static class RunsBench
{
    private const string File = "hundred-nodes.yaml";

    /// <summary>So that compiling is charged to nobody.</summary>
    private const int WarmUpRuns = 40;

    /// <param name="runs">Of each number of threads; at least 10.</param>
    /// <param name="threads">At least 1.</param>
    /// <param name="done">Told each speed as it is known.</param>
    public static RunsBenchResult Run(int runs, int threads, Action<RunsBenchSpeed> done)
    {
        var scenario = Read();
        Make(scenario, Math.Min(runs, WarmUpRuns), threads, _ => { });
        var (speeds, digests) = (new List<RunsBenchSpeed>(), new List<string>());
        foreach (var count in threads > 1 ? new[] { 1, threads } : [1])
        {
            speeds.Add(Measure(scenario, runs, count, digests));
            done(speeds[^1]);
        }

        if (digests.Distinct().Count() > 1) throw new InvalidOperationException("The runs depend on the number of threads.");
        return new RunsBenchResult(runs, speeds, speeds[^1].PerSecond / speeds[0].PerSecond, digests[0]);
    }

    private static RunsBenchSpeed Measure(Scenario scenario, int runs, int threads, List<string> digests)
    {
        GC.Collect();
        var (cpu, allocated, start) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        var (ended, early, late) = (0, 0L, 0L);
        var rows = Make(scenario, runs, threads, _ =>
        {
            ended++;
            var bytes = GC.GetGCMemoryInfo().TotalCommittedBytes;
            if (ended <= runs / 10) early = Math.Max(early, bytes);
            if (ended > runs - (runs / 10)) late = Math.Max(late, bytes);
        });
        var (clock, used) = (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        digests.Add(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(rows.Select(row => row.Digest))))));
        return new RunsBenchSpeed(
            threads, runs / clock, runs / used, (GC.GetTotalAllocatedBytes() - allocated) / (double)runs, early, late);
    }

    private static IReadOnlyList<RunRow> Make(Scenario scenario, int runs, int threads, Action<RunRow> finished)
    {
        var placements = new SharedPlacements();
        return RunFarm.Run(
            [.. RunTask.Seeds(scenario.Seed, runs).Select(seed => new RunTask([], seed))],
            (task, token) => SingleRun.Of(scenario with { Seed = task.Seed }, task.Settings, token, placements: placements), finished,
            threads: threads);
    }

    private static Scenario Read()
    {
        using var text = new StreamReader(typeof(RunsBench).Assembly.GetManifestResourceStream(File)!);
        var diagnostics = new Diagnostics();
        return ScenarioReader.Read(SourceTree.ParseYaml(File, text.ReadToEnd(), diagnostics)[0], diagnostics).Scenario!;
    }
}
