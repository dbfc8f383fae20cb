using Simulator.Cli.Output;
using Simulator.Tests.Cases.Importing;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>
/// Dumps of real clusters, which are not part of the project: they are looked for in the folder that SIMULATOR_DUMPS names, each folder
/// below it a dump.
/// </summary>
public sealed class RealDumpCases
{
    [Fact]
    public void Real_dumps_stand_still_for_an_hour_and_lose_a_node()
    {
        var dumps = Environment.GetEnvironmentVariable("SIMULATOR_DUMPS");
        Assert.SkipUnless(Directory.Exists(dumps), "SIMULATOR_DUMPS names no folder of dumps");
        foreach (var dump in Directory.GetDirectories(dumps!).Order(StringComparer.Ordinal))
        {
            using var folder = new ScratchFolder();
            var imported = Imported.Of(Path.Combine(folder.Path, "mine"), dump);
            Assert.True(imported.Answer.ExitCode == ExitCode.Done, $"{dump}\n{imported.Answer.Error}");
            Assert.Equal([dump], [dump, .. Imported.Moves(imported.Hour())]);
            Assert.Equal([dump], [dump, .. Imported.Moves(imported.Hour("clusters[0].controlPlane={ version: 1.20.2 }"))]);
            var node = imported.Pods.Where(pod => pod.IsAssigned).GroupBy(pod => pod.NodeName)
                .OrderByDescending(pods => pods.Count()).FirstOrDefault()?.Key;
            if (node is not null) imported.Hour($"outages[+]={{ at: 5m, kind: power-loss, node: {node} }}");
        }
    }
}
