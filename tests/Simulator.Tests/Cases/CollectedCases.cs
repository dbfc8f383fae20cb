using System.Text.RegularExpressions;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>What becomes of the pods of an object that is deleted, where the control plane collects them.</summary>
public sealed class CollectedCases
{
    [Theory]
    [InlineData("Deployment", "", "")]
    [InlineData("StatefulSet", "podManagementPolicy: Parallel", "")]
    [InlineData("Job", "", "")]
    [InlineData("DaemonSet", "", "")]
    [InlineData("Deployment", "", ", cascade: false")]
    [InlineData("StatefulSet", "podManagementPolicy: Parallel", ", cascade: false")]
    public void Pods_go_with_their_owner_unless_they_are_left_behind(string kind, string more, string cascade)
    {
        using var folder = Folder(kind, more, $"{{ at: 2m, delete: {kind}/web{cascade} }}");
        var pods = Run(folder);
        Assert.Equal(2, pods.Count);
        Assert.Equal(cascade.Length > 0 ? 2 : 0, pods.Count(pod => pod.Contains("Running", StringComparison.Ordinal)));
    }

    private static ScratchFolder Folder(string kind, string more, string operation)
    {
        var counted = kind is "Job" ? "parallelism: 2" : kind == "DaemonSet" ? "" : "replicas: 2";
        var selector = kind is "Job" ? "" : "selector: { matchLabels: { app: web } }";
        var restart = kind is "Job" ? "restartPolicy: Never, " : "";
        var folder = new ScratchFolder();
        folder.Write("m.yaml", $$"""
            apiVersion: {{(kind is "Job" ? "batch/v1" : "apps/v1")}}
            kind: {{kind}}
            metadata: { name: web }
            spec:
              {{counted}}
              {{selector}}
              {{more}}
              template:
                metadata: { labels: { app: web } }
                spec: { {{restart}}containers: [{ name: c, image: a }] }
            """);
        folder.Write("s.yaml", $$"""
            scenario: s
            duration: 4m
            clusters:
              - name: c
                zones: [a]
                nodePools: [{ name: n, count: 2, capacity: { cpu: 4, memory: 8Gi } }]
                controlPlane: { version: 1.20.2 }
                workloads: [{ manifests: [m.yaml] }]
            operations: [{{operation}}]
            """);
        return folder;
    }

    /// <summary>Name and phase at the end.</summary>
    private static List<string> Run(ScratchFolder folder)
    {
        var scenario = Path.Combine(folder.Path, "s.yaml");
        var close = CommandLine.Run("explain", scenario, "pod", "web-nobody").Error;
        return [.. Regex.Matches(close, @"web-[a-z0-9-]+").Select(match => match.Value).Where(name => name != "web-nobody").Distinct()
            .Select(name => CommandLine.Run("explain", scenario, "pod", name).Out.Split('\n')[0])];
    }
}
