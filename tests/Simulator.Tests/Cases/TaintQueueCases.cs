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
        Assert.Contains("The taint queue of zone a has been blocked since 0:0", said, StringComparison.Ordinal);
        Assert.Contains("controller-manager: { taint-queue: fixed }", said, StringComparison.Ordinal);
        Assert.Contains("on n-0013, which is lost, will not be evicted", said, StringComparison.Ordinal);
    }

    /// <summary>Not the rate: it has had every token since.</summary>
    [Fact]
    public void Who_asks_why_is_told_of_the_defect()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", Blocked);
        var node = Flat(CommandLine.Run("explain", path, "node", "n-0013").Out);
        var other = CommandLine.Run("explain", path, "node", "n-0014");
        Assert.Contains("waits for: its NoExecute taint, which it will not get: the taint queue of zone a has been blocked", node);
        Assert.Contains("a defect of this version, an entry of n-00", node);
        Assert.DoesNotContain("waits for", other.Out, StringComparison.Ordinal);
        Assert.Contains(
            "waits for: its eviction from n-0013, and that for its NoExecute taint, which it will not get", PodOn("n-0013", path));
    }

    /// <summary>A new process has new queues: the node gets its taint, and nobody speaks of a defect any more.</summary>
    [Fact]
    public void A_manager_that_starts_again_has_forgotten_it()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("s.yaml", $"{Blocked}\n  - {{ at: 25m, kind: controller-manager-down, for: 10s }}\n");
        var said = Flat(CommandLine.Run("run", path, "--quiet", "--out", Path.Combine(folder.Path, "out")).Out);
        Assert.DoesNotContain("has been blocked", said, StringComparison.Ordinal);
        Assert.Contains("all 3 workloads are at full", said, StringComparison.Ordinal);
    }

    private static string PodOn(string node, string path)
    {
        var run = Path.Combine(Path.GetDirectoryName(path)!, "placed");
        CommandLine.Run("run", path, "--quiet", "--out", run);
        var row = File.ReadLines(Path.Combine(run, "pods.csv")).Select(line => line.Split(',')).First(row => row[3] == node);
        return Flat(CommandLine.Run("explain", path, "pod", row[1]).Out);
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
        return Flat(CommandLine.Run(arguments).Out);
    }

    private static string Flat(string said) => string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
