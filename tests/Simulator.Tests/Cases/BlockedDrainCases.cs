using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>A node that is to be emptied, and a disruption budget that lets none of its pods go.</summary>
public sealed class BlockedDrainCases
{
    private const string Why = "disruption budget web needs 6 healthy pods and has 6 currently";

    private const string Drain = "operations: [{ at: 5m, cluster: c, drain: n-0001 }]";

    private const string Maintenance = "outages: [{ at: 5m, cluster: c, kind: maintenance, nodes: [n-0001], for: 1m }]";

    [Theory]
    [InlineData(Drain)]
    [InlineData(Maintenance)]
    public void What_is_not_done_at_the_end_is_told_with_its_budget_and_its_numbers(string what)
    {
        using var folder = Folder(what);
        var answer = CommandLine.Run("run", Path(folder), "--quiet", "--out", System.IO.Path.Combine(folder.Path, "out"));
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        var said = Flat(answer.Out);
        Assert.DoesNotContain("Nothing failed", said, StringComparison.Ordinal);
        Assert.Contains($"The drain of n-0001 is not done at the end: since 0:05:00 the evictions of 2 pods are refused: {Why}.", said);
    }

    [Fact]
    public void Who_asks_why_is_told_the_same()
    {
        using var folder = Folder(Drain);
        var node = Flat(CommandLine.Run("explain", Path(folder), "node", "n-0001").Out);
        Assert.Contains("waits for: its drain to be allowed to evict 2 pods, such as default/web-", node);
        Assert.Contains(Why, node);
        var pod = node[node.IndexOf("default/web-", StringComparison.Ordinal)..].Split(',')[0];
        Assert.Contains(
            "waits for: the drain of n-0001 to be allowed to evict it, refused 180 times since 0:05:00: " + Why,
            Flat(CommandLine.Run("explain", Path(folder), "pod", pod).Out));
    }

    /// <summary>Once the budget lets them go nobody speaks of it any more.</summary>
    [Fact]
    public void A_drain_that_was_held_up_for_a_while_is_no_finding()
    {
        using var folder = Folder($"{Drain}\n{"outages: []"}", minAvailable: 5);
        var said = Flat(CommandLine.Run("run", Path(folder), "--quiet", "--out", System.IO.Path.Combine(folder.Path, "out")).Out);
        Assert.DoesNotContain("is not done", said, StringComparison.Ordinal);
    }

    private static ScratchFolder Folder(string what, int minAvailable = 6)
    {
        var folder = new ScratchFolder();
        folder.Write("budget.yaml", $$"""
            apiVersion: policy/v1beta1
            kind: PodDisruptionBudget
            metadata: { name: web }
            spec: { minAvailable: {{minAvailable}}, selector: { matchLabels: { app: web-001 } } }
            """);
        folder.Write("s.yaml", $$"""
            scenario: s
            duration: 20m
            clusters:
              - name: c
                zones: [a]
                nodePools: [{ name: n, machineType: n1-standard-2, count: 3 }]
                controlPlane: { version: 1.20.2 }
                workloads:
                  - generate: { kind: Deployment, namePrefix: web, count: 1, replicas: 6, cpu: 100m, memory: 100Mi }
                  - manifests: [budget.yaml]
            {{what}}
            """);
        return folder;
    }

    private static string Path(ScratchFolder folder) => System.IO.Path.Combine(folder.Path, "s.yaml");

    private static string Flat(string said) => string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
