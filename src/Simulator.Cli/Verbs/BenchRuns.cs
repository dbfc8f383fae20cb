using System.CommandLine;
using Simulator.Cli.Bench;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator bench runs</c></summary>
internal static class BenchRuns
{
    public static Command Create(Screen screen)
    {
        var runs = BenchVerb.Count("--runs", "Runs on one thread, and as many on all.", 1_000, 1_000_000, 10);
        var threads = BenchVerb.Count("--threads", "Runs at once.", Environment.ProcessorCount, 1_024);
        var json = OutputOption.Json();
        var verb = new Command(
            "runs",
            "Makes many runs of a small scenario (100 nodes, 1,000 pods, a lost rack, 10 minutes) in this process, on one thread and then "
                + "on all cores, and tells runs a second, memory, and a digest.") { runs, threads, json };
        verb.SetAction(parsed =>
        {
            var isJson = parsed.GetValue(json);
            var result = RunsBench.Run(parsed.GetValue(runs), parsed.GetValue(threads), speed => Tell(speed, isJson, screen));
            if (isJson) JsonText.Write(result, screen.Out);
            else screen.Out.WriteLine(Sentence(result));
            return ExitCode.Done;
        });
        return verb;
    }

    private static void Tell(RunsBenchSpeed speed, bool isJson, Screen screen)
    {
        if (isJson) return;
        screen.Out.WriteLine($"{(speed.Threads == 1 ? "1 thread" : $"{speed.Threads} threads")}: {speed.PerSecond:N1} runs a second, "
            + $"{speed.PerCpuSecond:N1} a CPU second, {speed.AllocatedBytesPerRun / 1e6:N1} MB allocated a run; the heap took "
            + $"{speed.EarlyBytes / 1e6:N0} MB in the first tenth of the runs and {speed.LateBytes / 1e6:N0} MB in the last");
    }

    private static string Sentence(RunsBenchResult result) => result.Speeds.Count == 1
        ? $"{result.Runs:N0} runs; digest {result.Digest[..16]}"
        : $"{result.Runs:N0} runs each: {result.Speeds[^1].Threads} threads are {result.Speedup:F2} times as fast as one; the runs are the "
            + $"same; digest {result.Digest[..16]}";
}
