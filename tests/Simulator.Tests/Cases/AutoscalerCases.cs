using Simulator.Cli.Output;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Horizontal autoscalers of users' manifests, as a user meets them.</summary>
public sealed class AutoscalerCases
{
    private const string Scenario = """
        scenario: s
        duration: 2m
        clusters:
          - name: c
            zones: [a, b]
            nodePools: [{ name: n, capacity: { cpu: 4, memory: 16Gi }, count: 2 }]
            workloads: [{ manifests: [objects.yaml] }]
            heapster: { sampler: minute, phase: 10s }
            controlPlane: { controller-manager: { horizontal-pod-autoscaler-sync-period: 20s } }
        """;

    private const string Deployment = """
        apiVersion: extensions/v1beta1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 2
          template:
            metadata: { labels: { app: web } }
            spec: { containers: [{ name: c, image: "web:1", resources: { requests: { REQUEST } } }] }
        ---
        """;

    private const string Now = """
        apiVersion: autoscaling/v1
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec: { maxReplicas: 5, minReplicas: 3, scaleTargetRef: { kind: KIND, name: NAME }, targetCPUUtilizationPercentage: 50 }
        """;

    private const string Beta = """
        apiVersion: extensions/v1beta1
        kind: HorizontalPodAutoscaler
        metadata: { name: web }
        spec:
          maxReplicas: 5
          minReplicas: 3
          scaleRef: { kind: KIND, name: NAME, subresource: scale, apiVersion: extensions/v1beta1 }
          cpuUtilization: { targetPercentage: 50 }
        """;

    [Theory]
    [InlineData("cpu: 100m", "Deployment", "web", null)]
    [InlineData("cpu: 100m", "deployment", "web", null)]
    [InlineData(
        "memory: 1Gi", "Deployment", "web",
        "container c of Deployment web requests no CPU, so that there is nothing to measure its use by: 1.3 never acts")]
    [InlineData(
        "cpu: 100m", "Deployment", "wbe", "nothing in the scenario is the Deployment wbe that it scales: it never acts")]
    [InlineData(
        "cpu: 100m", "PetSet", "web",
        "1.3 scales Deployment, ReplicaSet, ReplicationController, and no PetSet: it never acts")]
    public void One_that_never_acts_is_a_remark(string request, string kind, string name, string? remark)
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("validate", Write(folder, Now, request, kind, name));
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        if (remark is null) Assert.Equal("", answer.Error);
        else Assert.Contains($"HorizontalPodAutoscaler (1 HorizontalPodAutoscaler): {remark} [changes decisions]", answer.Error);
    }

    [Theory]
    [InlineData(Now)]
    [InlineData(Beta)]
    public void Both_forms_act_and_say_why(string form)
    {
        using var folder = new ScratchFolder();
        var path = Write(folder, form, "cpu: 100m", "Deployment", "web");
        var answer = CommandLine.Run("explain", path, "hpa", "web", "--at", "1m");
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.StartsWith("default/web  scales Deployment default/web  3 replicas of 3 (from 3 to 5)", answer.Out);
        Assert.Contains("scales from 2 to 3: Current number of replicas below Spec.MinReplicas", answer.Out);
        var json = CommandLine.Run("explain", path, "hpa", "default/web", "--json");
        Assert.Contains("\"autoscaler\": \"default/web\"", json.Out);
    }

    [Fact]
    public void One_that_cannot_measure_is_told_in_the_first_sentence()
    {
        using var folder = new ScratchFolder();
        var path =
            Write(folder, Now.Replace("minReplicas: 3", "minReplicas: 1", StringComparison.Ordinal), "cpu: 100m", "Deployment", "web");
        File.WriteAllText(path, Scenario.Replace("duration: 2m", "duration: 5m", StringComparison.Ordinal));
        var answer = CommandLine.Run("run", path, "--quiet", "--out", Path.Combine(folder.Path, "out"));
        Assert.Matches(
            "^Horizontal autoscaler web has done nothing since 0:00:[0-2][0-9]: nobody measures what its pods use "
                + "\\(a load for them, or the pods of kube-system/heapster, are missing\\)\\.", answer.Out.ReplaceLineEndings(" "));
    }

    /// <summary>The demonstration of 1.3, with the averages of Heapster 1.1.0.</summary>
    [Fact]
    public void A_load_that_comes_and_goes_is_followed_and_explained()
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "objects.yaml",
            Deployment.Replace("REQUEST", "cpu: 200m", StringComparison.Ordinal)
                .Replace("replicas: 2", "replicas: 1", StringComparison.Ordinal)
                + "\n" + Now.Replace("minReplicas: 3", "minReplicas: 1", StringComparison.Ordinal)
                    .Replace("maxReplicas: 5", "maxReplicas: 10", StringComparison.Ordinal)
                    .Replace("KIND", "Deployment", StringComparison.Ordinal).Replace("NAME", "web", StringComparison.Ordinal));
        var path = folder.Write("s.yaml", """
            scenario: s
            duration: 30m
            clusters:
              - name: c
                zones: [a, b]
                nodePools: [{ name: n, capacity: { cpu: 4, memory: 16Gi }, count: 4 }]
                applications:
                  - { selector: { app: web }, load: { cpuDemand: [{ at: 0s, cpu: 80m }, { at: 5m, cpu: 620m }, { at: 15m, cpu: 0 }] } }
                workloads: [{ manifests: [objects.yaml] }]
            """);
        var whole = CommandLine.Run("explain", path, "hpa", "web").Out;
        Assert.Contains("1 replica of 1 (from 1 to 10); its status says 0 % of the requested CPU", whole);
        Assert.Equal(
            ["1 to 2: CPU utilization above target", "2 to 7: CPU utilization above target", "7 to 6: All metrics below target",
                "6 to 1: All metrics below target"],
            whole.Split('\n').Where(line => line.Contains(
                "scales from ", StringComparison.Ordinal)).Select(line => line.Split("scales from ")[1].Trim()));
        Assert.Contains(
            "waits for: its passes fail: failed to get CPU utilization", CommandLine.Run("explain", path, "hpa", "web", "--at", "7m").Out);
        Assert.Matches(
            "waits for: 0:20:[0-9]+, by the clock as there is no use at all: it asks for 1 replica",
            CommandLine.Run("explain", path, "hpa", "web", "--at", "17m").Out);
    }

    [Fact]
    public void A_wrong_name_gets_near_ones()
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("explain", Write(folder, Now, "cpu: 100m", "Deployment", "web"), "hpa", "wbe");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("there is no hpa 'wbe' in this run", answer.Error);
    }

    [Fact]
    public void A_maximum_below_the_minimum_is_refused()
    {
        using var folder = new ScratchFolder();
        var path =
            Write(folder, Now.Replace("maxReplicas: 5", "maxReplicas: 2", StringComparison.Ordinal), "cpu: 100m", "Deployment", "web");
        var answer = CommandLine.Run("validate", path);
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("spec.maxReplicas: Invalid value: 2: must be greater than or equal to `minReplicas`", answer.Error);
    }

    private static string Write(ScratchFolder folder, string form, string request, string kind, string name)
    {
        folder.Write(
            "objects.yaml",
            Deployment.Replace("REQUEST", request, StringComparison.Ordinal) + "\n"
                + form.Replace("KIND", kind, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal));
        return folder.Write("scenario.yaml", Scenario);
    }
}
