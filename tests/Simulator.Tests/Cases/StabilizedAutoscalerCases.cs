using System.Text.RegularExpressions;
using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Autoscalers of today's manifests: several metrics, behaviours, and what 1.3 makes of them.</summary>
public sealed class StabilizedAutoscalerCases
{
    private const string Target = """
        apiVersion: apps/v1
        kind: KIND
        metadata: { name: php-apache }
        spec:
          replicas: 1
          selector: { matchLabels: { run: php-apache } }
          template:
            metadata: { labels: { run: php-apache } }
            spec: { containers: [{ name: c, image: php, resources: { requests: { cpu: 500m } } }] }
        ---
        """;

    private const string Cpu = "- { type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 50 } } }";

    private const string Scenario = """
        scenario: s
        duration: 24m
        clusters:
          - name: c
            zones: [a]
            nodePools: [{ name: n, count: 4, capacity: { cpu: 4, memory: 8Gi } }]
            controlPlane: { version: VERSION FLAGS }
            workloads: [{ manifests: [m.yaml] }]
            applications:
              - selector: { run: php-apache }
                load:
                  METRICS
                  cpuDemand:
                    - { at: 1m, cpu: 1550m }
                    - { at: 14m, cpu: 0 }
        """;

    [Theory]
    [InlineData("Deployment")]
    [InlineData("StatefulSet")]
    public void A_behaviour_limits_both_ways(string kind)
    {
        const string Behavior =
            "behavior: { scaleDown: { stabilizationWindowSeconds: 60, policies: [{ type: Pods, value: 2, periodSeconds: 60 }] } }";
        using var folder = Folder("1.20.2", Later("v2beta2", kind, Cpu, Behavior), kind);
        var steps = Steps(folder);

        // Up by four pods or to the double in 15 s, whichever is more; down by two a minute, a minute after the last high proposal.
        Assert.Equal([(1, 5), (5, 7), (7, 5), (5, 3), (3, 1)], steps.Select(step => (step.From, step.To)));
        Assert.True(steps[1].At - steps[0].At >= TimeSpan.FromSeconds(15));
        Assert.InRange(steps[2].At, TimeSpan.FromMinutes(14.8), TimeSpan.FromMinutes(15.5));
        Assert.True(steps[3].At - steps[2].At >= TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Without_one_it_doubles_or_reaches_four_and_comes_down_after_five_minutes()
    {
        using var folder = Folder("1.20.2", Old, "Deployment");
        var steps = Steps(folder);
        Assert.Equal([(1, 4), (4, 7), (7, 1)], steps.Select(step => (step.From, step.To)));
        Assert.InRange(steps[2].At, TimeSpan.FromMinutes(18.8), TimeSpan.FromMinutes(19.5));
        Assert.Contains("ScaleDownStabilized", Explained(folder, "--at", "16m"));
    }

    [Fact]
    public void A_flag_shortens_the_window_and_1_3_tells_that_it_has_none()
    {
        const string Flag = ", controller-manager: { horizontal-pod-autoscaler-downscale-stabilization: 1m }";
        using var folder = Folder("1.20.2", Old, "Deployment", Flag);
        Assert.InRange(Steps(folder)[2].At, TimeSpan.FromMinutes(14.8), TimeSpan.FromMinutes(15.5));
        using var former = Folder("1.3.10", Old, "Deployment", Flag);
        Assert.Contains("horizontal-pod-autoscaler-downscale-stabilization", CommandLine.Run("validate", Path(former)).Error);
    }

    [Fact]
    public void A_metric_of_the_pods_counts_beside_cpu()
    {
        const string Both = $$"""
            {{Cpu}}
                - { type: Pods, pods: { metric: { name: queue }, target: { type: AverageValue, averageValue: 10 } } }
            """;
        using var folder = Folder(
            "1.20.2", Later(
                "v2beta2", "Deployment", Both,
                ""), "Deployment", "", "metrics: [{ name: queue, kind: together, together: [{ at: 0s, value: 100 }] }]");
        Assert.Equal("", Remarks(folder));
        Assert.Contains("pods metric queue above target", Explained(folder));
    }

    [Theory]
    [InlineData("- { type: External, external: { metric: { name: x }, target: { type: Value, value: 1 } } }", "tells the metric x")]
    [InlineData(
        "- { type: Pods, pods: { metric: { name: x }, target: { type: AverageValue, averageValue: 1 } } }", "custom metric x for pods")]
    [InlineData(
        "- { type: Resource, resource: { name: memory, target: { type: Utilization, averageUtilization: 50 } } }", "requests no memory")]
    [InlineData(
        "- { type: ContainerResource, containerResource: { name: cpu, container: c, target: { type: Utilization, averageUtilization: 50 "
            + "} } }",
        "alpha feature that is off")]
    public void A_metric_that_nobody_tells_is_a_remark(string metric, string remark)
    {
        using var folder = Folder("1.20.2", Later("v2", "Deployment", metric, ""), "Deployment");
        Assert.Contains(remark, Remarks(folder));
        Assert.Contains("it never acts", Remarks(folder));
        using var beside = Folder("1.20.2", Later("v2", "Deployment", $"{Cpu}\n    {metric}", ""), "Deployment");
        Assert.Contains("it goes by its other metrics", Remarks(beside));
    }

    [Theory]
    [InlineData("- { type: Resource, resource: { name: cpu, target: { type: Utilization } } }", "", "must set either a target raw value")]
    [InlineData("- { type: Guess, guess: {} }", "", "Guess")]
    [InlineData(Cpu, "behavior: { scaleUp: { policies: [] } }", "must specify at least one Policy")]
    [InlineData(
        Cpu, "behavior: { scaleUp: { policies: [{ type: Pods, value: 0, periodSeconds: 15 }] } }", "must be greater than zero")]
    [InlineData(Cpu, "behavior: { scaleDown: { stabilizationWindowSeconds: 4000 } }", "must be less than or equal to 3600")]
    [InlineData(Cpu, "behavior: { scaleDown: { selectPolicy: Most } }", "Most")]
    public void What_the_API_server_would_refuse_is_refused(string metric, string behavior, string why)
    {
        using var folder = Folder("1.20.2", Later("v2beta2", "Deployment", metric, behavior), "Deployment");
        var answer = CommandLine.Run("validate", Path(folder));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(why, answer.Error);
    }

    [Fact]
    public void The_flat_form_says_the_same()
    {
        const string Flat = "- { type: Resource, resource: { name: cpu, targetAverageUtilization: 50 } }";
        using var folder = Folder("1.20.2", Later("v2beta1", "Deployment", Flat, ""), "Deployment");
        Assert.Equal([(1, 4), (4, 7), (7, 1)], Steps(folder).Select(step => (step.From, step.To)));
    }

    [Fact]
    public void To_1_3_it_is_no_version_that_anybody_reads()
    {
        using var folder = Folder("1.3.10", Later("v2beta2", "Deployment", Cpu, ""), "Deployment");
        Assert.Contains("left out: nobody reads autoscaling/v2beta2", Remarks(folder));
    }

    private const string Old = """
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: { name: php-apache }
        spec:
          scaleTargetRef: { kind: Deployment, name: php-apache }
          maxReplicas: 10
          targetCPUUtilizationPercentage: 50
        """;

    private static string Later(string version, string kind, string metrics, string behavior) => $$"""
        apiVersion: autoscaling/{{version}}
        kind: HorizontalPodAutoscaler
        metadata: { name: php-apache }
        spec:
          scaleTargetRef: { apiVersion: apps/v1, kind: {{kind}}, name: php-apache }
          maxReplicas: 10
          metrics:
            {{metrics}}
          {{behavior}}
        """;

    private static ScratchFolder Folder(string version, string autoscaler, string kind, string flags = "", string metrics = "")
    {
        var folder = new ScratchFolder();
        var target = Target.Replace("KIND", kind, StringComparison.Ordinal);
        if (kind == "StatefulSet")
        {
            target = target.Replace("replicas: 1", "replicas: 1\n  podManagementPolicy: Parallel", StringComparison.Ordinal);
        }
        folder.Write("m.yaml", $"{target}\n{autoscaler}\n");
        folder.Write("s.yaml", Scenario.Replace("VERSION", version, StringComparison.Ordinal)
            .Replace("FLAGS", flags, StringComparison.Ordinal).Replace("METRICS", metrics, StringComparison.Ordinal));
        return folder;
    }

    private static List<(TimeSpan At, int From, int To)> Steps(ScratchFolder folder) =>
    [
        .. Regex.Matches(Explained(folder), @"(\d+:\d\d:\d\d)  scales from (\d+) to (\d+)").Select(match => (
            TimeSpan.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture),
            int.Parse(match.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture))),
    ];

    private static string Explained(ScratchFolder folder, params string[] more) =>
        CommandLine.Run(["explain", Path(folder), "hpa", "php-apache", .. more]).Out;

    private static string Remarks(ScratchFolder folder) =>
        Regex.Replace(CommandLine.Run("validate", Path(folder)).Error, "^0 errors.*$", "", RegexOptions.Multiline).Trim();

    private static string Path(ScratchFolder folder) => System.IO.Path.Combine(folder.Path, "s.yaml");
}
