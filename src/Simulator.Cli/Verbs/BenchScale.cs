using System.CommandLine;
using Simulator.Cli.Bench;
using Simulator.Cli.Output;

namespace Simulator.Cli.Verbs;

/// <summary><c>simulator bench scale</c></summary>
internal static class BenchScale
{
    public static Command Create(Screen screen)
    {
        var small = BenchVerb.Count("--small", "Nodes of the small cluster; ten pods on each.", 20_000, 1_000_000, ScaleWorld.NodesPerPair);
        var large = BenchVerb.Count("--large", "Nodes of the large cluster.", 100_000, 1_000_000, ScaleWorld.NodesPerPair);
        var json = OutputOption.Json();
        var verb = new Command(
            "scale",
            "Runs scenarios/hundred-thousand.yaml at two sizes, one after the other in this process, and tells what a pod costs at each: "
                + "CPU time of the run with its measures (result files are not written), memory, and a digest. "
                + $"Exit code 1 if a pod of the large cluster costs more than {ScaleBench.AllowedRatio} times one of the small.")
            { small, large, json };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(large) < result.GetValue(small))
            {
                result.AddError(
                    $"--large: found {result.GetValue(large)}; allowed are whole numbers from --small ({result.GetValue(small)})");
            }
        });
        verb.SetAction(parsed =>
        {
            var isJson = parsed.GetValue(json);
            var result = ScaleBench.Run(parsed.GetValue(small), parsed.GetValue(large), size => Tell(size, isJson, screen));
            if (isJson) JsonText.Write(result, screen.Out);
            else screen.Out.WriteLine($"a pod of the large cluster costs {result.Ratio:F2} of the small; allowed is {result.Allowed}");
            return result.Ratio <= result.Allowed ? ExitCode.Done : ExitCode.Missed;
        });
        return verb;
    }

    private static void Tell(ScaleSize size, bool isJson, Screen screen)
    {
        if (isJson) return;
        screen.Out.WriteLine($"{size.Nodes:N0} nodes, {size.Pods:N0} pods: {size.CpuSeconds:F1} s of CPU "
            + $"({size.StartCpuSeconds:F1} s to the settled start), {size.CpuMicrosecondsPerPod:F1} us a pod, "
            + $"{size.PeakBytes / 1e9:F2} GB at the peak; "
            + $"{size.LiveBytesPerPod:N0} bytes kept and {size.AllocatedBytesPerPod:N0} allocated a pod; digest {size.Digest[..16]}");
    }
}
