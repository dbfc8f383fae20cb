using System.Globalization;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Pods that are ready only once somebody says so, too (readinessGates).</summary>
public sealed class ReadinessGateCases
{
    private const string Opened = "applications: [{ selector: { app: web }, gatesOpenAfter: 30s }]";

    [Theory]
    [InlineData("settled")]
    [InlineData("empty")]
    public void Where_nobody_sets_the_condition_pods_never_get_ready_and_the_answer_names_it(string start)
    {
        using var folder = Folder(start, "");
        var said = Run(folder);
        Assert.Contains(
            "replicas of web was ever ready: nobody sets its condition example.com/in-balancer to True (readiness gate)", said);
        var pod = said[(said.IndexOf(" pod web-", StringComparison.Ordinal) + 5)..].Split(' ')[0];
        Assert.Contains(
            "waits for: its condition example.com/in-balancer (readiness gate), which nobody has set to True",
            Flat(CommandLine.Run("explain", Path(folder), "pod", pod).Out));
    }

    [Fact]
    public void Where_somebody_does_they_are_ready_so_much_later()
    {
        using var folder = Folder("empty", Opened);
        var said = Run(folder);
        Assert.Contains("3 pods were created, half of them ready within 3", said);
        Assert.DoesNotContain("readiness gate", said, StringComparison.Ordinal);
    }

    /// <summary>A rollout goes on only as its pods get ready: each step takes these 30 s.</summary>
    [Theory]
    [InlineData("1.20.2", 90, 120)]
    [InlineData("1.3.10", 0, 60)]
    public void A_rollout_waits_for_them_where_the_version_knows_them(string version, int least, int most)
    {
        using var folder = Folder("settled", Opened, version);
        File.AppendAllText(Path(folder), "\noperations: [{ at: 1m, setImage: deployment/web, image: 'web:2' }]\n");
        Run(folder);
        var ready = File.ReadLines(System.IO.Path.Combine(folder.Path, "out", "events.csv"))
            .Where(line => line.Contains(",PodReady,", StringComparison.Ordinal))
            .Select(line => double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture) - 60)
            .ToList();
        Assert.Equal(3, ready.Count);
        Assert.InRange(ready[^1], least, most);
    }

    private static string Run(ScratchFolder folder) =>
        Flat(CommandLine.Run("run", Path(folder), "--quiet", "--out", System.IO.Path.Combine(folder.Path, "out")).Out);

    private static ScratchFolder Folder(string start, string applications, string version = "1.20.2")
    {
        var folder = new ScratchFolder();
        folder.Write("web.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: web }
            spec:
              replicas: 3
              selector: { matchLabels: { app: web } }
              strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
              template:
                metadata: { labels: { app: web } }
                spec:
                  readinessGates: [{ conditionType: example.com/in-balancer }]
                  containers: [{ name: c, image: 'web:1', resources: { requests: { cpu: 100m, memory: 100Mi } } }]
            """);
        folder.Write("s.yaml", $$"""
            scenario: s
            duration: 10m
            clusters:
              - name: c
                zones: [a]
                nodePools: [{ name: n, machineType: n1-standard-2, count: 3 }]
                controlPlane: { version: {{version}} }
                start: {{start}}
                workloads: [{ manifests: [web.yaml] }]
                {{applications}}
            """);
        return folder;
    }

    private static string Path(ScratchFolder folder) => System.IO.Path.Combine(folder.Path, "s.yaml");

    private static string Flat(string said) => string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
