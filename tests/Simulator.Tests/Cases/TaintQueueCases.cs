using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>
/// Nodes that come back before their turn leave entries in the queue of their zone (a defect of 1.19 and 1.20): a node that is lost for
/// good later is never tainted, and its pods are never replaced.
/// </summary>
public sealed class TaintQueueCases
{
    private const string Blocked = """
        scenario: blocked
        seed: 1
        duration: 40m
        clusters:
          - name: c
            zones: [a, b, c]
            nodePools: [{ name: n, machineType: n1-standard-2, count: 30 }]
            controlPlane: { version: 1.20.2 }
            workloads:
              - generate: { kind: Deployment, namePrefix: web, count: 3, replicas: 20, cpu: 100m, memory: 100Mi }
        outages:
          - { at: 5m, kind: power-loss, nodes: [n-0001, n-0004, n-0007, n-0010], for: 1m30s }
          - { at: 20m, kind: power-loss, node: n-0013 }
        """;

    [Fact]
    public void By_default_a_short_outage_blocks_the_evictions_of_its_zone_for_good()
    {
        var said = Run();
        Assert.Contains("nothing was evicted", said, StringComparison.Ordinal);
        Assert.Contains("At the end 1 of 20 replicas of web-001 is missing: its node is not ready", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--set", "clusters[0].controlPlane.controller-manager.taint-queue=fixed")]
    [InlineData("--kubernetes", "1.3.10")]
    public void The_mended_queue_and_the_version_before_evict(params string[] setting)
    {
        var said = Run(setting);
        Assert.Contains("all 3 workloads are at full", said, StringComparison.Ordinal);
        Assert.DoesNotContain("At the end", said, StringComparison.Ordinal);
    }

    /// <summary>In one line, whatever the width.</summary>
    private static string Run(params string[] setting)
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", Blocked);
        string[] arguments = ["run", path, "--quiet", "--out", Path.Combine(folder.Path, "out"), .. setting];
        return string.Join(' ', CommandLine.Run(arguments).Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
