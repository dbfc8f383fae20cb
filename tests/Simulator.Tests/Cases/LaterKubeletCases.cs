using System.Text.RegularExpressions;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Startup probes, and resources that 1.3 does not count, in manifests of today.</summary>
public sealed class LaterKubeletCases
{
    private const string Startup =
        "startupProbe: { httpGet: { path: /, port: 80 }, periodSeconds: 10, failureThreshold: FAILURES }, "
        + "livenessProbe: { httpGet: { path: /, port: 80 }, periodSeconds: 10, failureThreshold: 1 }";

    [Fact]
    public void A_slow_start_is_waited_for_as_long_as_the_startup_probe_says()
    {
        using var patient = Folder("1.20.2", Startup.Replace("FAILURES", "12", StringComparison.Ordinal), "startsIn: 60s");
        var said = Explained(patient);
        Assert.DoesNotContain("started again", said);
        Assert.Matches(@"0:01:[01]\d  ready", said);

        using var hasty = Folder("1.20.2", Startup.Replace("FAILURES", "3", StringComparison.Ordinal), "startsIn: 60s");
        Assert.Contains("a container started again (Startup, restart 1)", Explained(hasty));
    }

    [Fact]
    public void To_1_3_there_is_only_the_liveness_probe()
    {
        using var folder = Folder("1.3.10", Startup.Replace("FAILURES", "12", StringComparison.Ordinal), "startsIn: 60s");
        Assert.Contains("a container started again (Liveness, restart 1)", Explained(folder));
        Assert.Contains("startupProbe", CommandLine.Run("validate", Path(folder)).Error);
    }

    [Fact]
    public void Other_probes_begin_after_it()
    {
        const string Both = "startupProbe: { httpGet: { path: /, port: 80 }, periodSeconds: 5, failureThreshold: 60 }, "
            + "readinessProbe: { httpGet: { path: /, port: 80 }, periodSeconds: 20 }";
        using var folder = Folder("1.20.2", Both, "startsIn: 30s");
        var ready = TimeSpan.Parse(
            Regex.Match(Explained(folder), @"(\d:\d\d:\d\d)  ready").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(ready, TimeSpan.FromSeconds(31), TimeSpan.FromSeconds(58));
    }

    [Theory]
    [InlineData("ephemeral-storage: 60Gi", "", "Running on ")]
    [InlineData("ephemeral-storage: 60Gi", "extended: { ephemeral-storage: 50Gi }", "Insufficient ephemeral-storage")]
    [InlineData("nvidia.com/gpu: 1", "", "Insufficient nvidia.com/gpu")]
    [InlineData("nvidia.com/gpu: 1", "extended: { nvidia.com/gpu: 1 }", "Running on ")]
    public void Resources_of_any_name_are_counted(string request, string capacity, string state)
    {
        using var folder =
            Folder("1.20.2", $"resources: {{ requests: {{ {request} }}, limits: {{ {request} }} }}", "startsIn: 1s", capacity);
        Assert.Contains(state, Explained(folder));
        var told = CommandLine.Run("validate", Path(folder)).Error;
        Assert.Equal(
            state.StartsWith("Insufficient", StringComparison.Ordinal),
            told.Contains("no node can ever take it", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_pods_share_the_disk_of_a_node()
    {
        const string Half = "resources: { requests: { ephemeral-storage: 60Gi } }";
        using var folder = Folder("1.20.2", Half, "startsIn: 1s", "", 2);
        Assert.Contains(
            "Insufficient ephemeral-storage",
            CommandLine.Run("run", Path(folder), "--quiet", "--out", System.IO.Path.Combine(folder.Path, "out")).Out);
    }

    private static ScratchFolder Folder(string version, string container, string application, string capacity = "", int pods = 1)
    {
        var folder = new ScratchFolder();
        folder.Write("m.yaml", string.Join("\n---\n", Enumerable.Range(0, pods).Select(i => $$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: p{{(i == 0 ? "" : i)}}, labels: { app: p } }
            spec: { containers: [{ name: c, image: a, {{container}} }] }
            """)));
        folder.Write("s.yaml", $$"""
            scenario: s
            duration: 3m
            clusters:
              - name: c
                zones: [a]
                start: empty
                nodePools: [{ name: n, count: 1, capacity: { cpu: 4, memory: 8Gi{{(capacity.Length > 0 ? ", " + capacity : "")}} } }]
                controlPlane: { version: {{version}} }
                workloads: [{ manifests: [m.yaml] }]
                applications: [{ selector: { app: p }, {{application}} }]
            """);
        return folder;
    }

    private static string Explained(ScratchFolder folder) => CommandLine.Run("explain", Path(folder), "pod", "p").Out;

    private static string Path(ScratchFolder folder) => System.IO.Path.Combine(folder.Path, "s.yaml");
}
