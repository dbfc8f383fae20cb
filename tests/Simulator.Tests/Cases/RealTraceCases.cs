using System.Globalization;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>
/// The published OpenB trace and the figures of its paper, which are not part of the project: they are looked for in the folder that
/// SIMULATOR_OPENB names (csv/ and expected/).
/// </summary>
public sealed class RealTraceCases
{
    /// <summary>Runs of the paper, and how far the end may be from its figure.</summary>
    [Theory]
    [InlineData("best-fit", "05-BestFit", 0.3)]
    [InlineData("dot-product", "02-DotProd", 0.9)]
    [InlineData("gpu-packing", "04-GpuPacking", 0.9)]
    [InlineData("gpu-clustering", "03-GpuClustering", 0.9)]
    public void Packing_is_what_its_paper_says(string place, string policy, double near)
    {
        var openb = Environment.GetEnvironmentVariable("SIMULATOR_OPENB");
        Assert.SkipUnless(Directory.Exists(openb), "SIMULATOR_OPENB names no folder of the trace");
        foreach (var seed in new[] { "42", "43" })
        {
            using var folder = new ScratchFolder();
            var answer = CommandLine.Run(
                "trace", $"{openb}/csv/openb_pod_list_default.csv", "--format", "openb", "--nodes",
                $"{openb}/csv/openb_node_list_gpu_node.csv",
                "--arrivals", $"{openb}/expected/pod_order/default_seed{seed}.txt.gz", "--place", place, "--out",
                Path.Combine(folder.Path, "out"));
            Assert.Equal(ExitCode.Done, answer.ExitCode);
            var ours = Rows(folder.Read("out/packing.csv")).Skip(1).ToDictionary(row => row[0], row => Number(row[1]));
            var theirs = Rows(File.ReadAllText($"{openb}/expected/analysis_allo_default.csv")).ToList();
            var run = theirs.Single(row => row[1] == policy && row[3] == seed);
            for (var percent = 0; percent <= 80; percent++)
            {
                Assert.Equal(Number(run[5 + percent]), ours[$"{percent}"], 0.0051);
            }

            Assert.Equal(Number(run[5 + 130]), ours["130"], near);
        }
    }

    /// <summary>
    /// Published samples, each below a folder of its own in the folder that SIMULATOR_TRACES names: all their pods come, and as many are
    /// placed as the machines can ever take.
    /// </summary>
    [Theory]
    [InlineData("google-2011-tasks-reduced/task_events.csv.gz", "google2011-tasks", 1000, 33_302, 33_302)]
    [InlineData("philly-2017/philly.csv.gz", "philly", 300, 82_247, 81_958)]
    [InlineData("azure-vm-2017", "azure", 100, 10, 10)]
    [InlineData("gwf-opendc/trace.gwf", "gwf-opendc", 100, 70, 70)]
    [InlineData("opendc-parquet/workflow_example", "opendc", 100, 4, 4)]
    public void Published_samples_run_to_their_end(string file, string format, int machines, int arrived, int placed)
    {
        var traces = Environment.GetEnvironmentVariable("SIMULATOR_TRACES");
        Assert.SkipUnless(Directory.Exists(traces), "SIMULATOR_TRACES names no folder of traces");
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run(
            "trace", $"{traces}/{file}", "--format", format, "--machines", $"{machines}", "--cpu", "64", "--memory", "256Gi", "--gpus", "8",
            "--out", Path.Combine(folder.Path, "out"));
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        var pods = JsonNode.Parse(folder.Read("out/summary.json"))!["pods"]!;
        Assert.Equal((arrived, placed), (pods["arrived"]!.GetValue<int>(), pods["placed"]!.GetValue<int>()));
    }

    private static IEnumerable<string[]> Rows(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
