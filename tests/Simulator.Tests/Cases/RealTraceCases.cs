using System.Globalization;
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

    private static IEnumerable<string[]> Rows(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
