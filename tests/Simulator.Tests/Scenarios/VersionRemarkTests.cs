using Simulator.Scenarios.Files;
using Simulator.Tests.Cli;
using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>Remarks hold for the version that runs, and speak of it.</summary>
public sealed class VersionRemarkTests
{
    private const string Never = "can ever";

    private const StringComparison Ordinal = StringComparison.Ordinal;

    [Theory]
    [InlineData("1.3.10", true)]
    [InlineData("1.20.2", false)]
    public void A_toleration_without_a_key_is_one_of_every_taint_later(string version, bool isTold) => Assert.Equal(
        isTold, Remarks(version, "tolerations: [{ operator: Exists }]", "[{ key: k, effect: NoSchedule }]").Contains(Never, Ordinal));

    [Theory]
    [InlineData("1.3.10")]
    [InlineData("1.20.2")]
    public void A_taint_that_is_not_tolerated_is_told_by_all(string version) =>
        Assert.Contains(
            Never, Remarks(version, "tolerations: [{ key: other, operator: Exists }]", "[{ key: k, effect: NoExecute }]"), Ordinal);

    [Theory]
    [InlineData("1.3.10", "n-0001", true)]
    [InlineData("1.20.2", "n-0001", false)]
    [InlineData("1.20.2", "n-0003", true)]
    public void A_node_may_be_asked_for_by_its_name_later(string version, string node, bool isTold)
    {
        var remarks = Remarks(version, Affinity($"matchFields: [{{ key: metadata.name, operator: In, values: [{node}] }}]"));
        Assert.Equal(isTold, remarks.Contains(Never, Ordinal));
    }

    [Theory]
    [InlineData("1.20.2", "second", "")]
    [InlineData("1.20.2", "third", "controlPlane.scheduler.config has the names of those that do (default-scheduler, second)")]
    [InlineData("1.3.10", "second", "controlPlane.scheduler.scheduler-name has the name of the one that does (default-scheduler)")]
    public void A_scheduler_runs_if_a_profile_has_its_name(string version, string scheduler, string expected)
    {
        var remarks = Remarks(
            version, $"schedulerName: {scheduler}", more: version == "1.20.2" ? ", scheduler: { config: profiles.yaml }" : "");
        Assert.Equal(expected.Length > 0, remarks.Contains("does not run here", Ordinal));
        Assert.Contains(expected, remarks, Ordinal);
    }

    /// <summary>Manifests by themselves are read for a version, too.</summary>
    [Theory]
    [InlineData("1.3.10", true)]
    [InlineData("1.20.2", false)]
    public void Affinity_to_pods_is_no_remark_where_the_default_scheduler_looks_at_it(string version, bool isTold)
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("m.yaml", Deployment("""
            affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        - { topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: web } } }
            """));
        Assert.Equal(isTold, CommandLine.Run("validate", file, "--kubernetes", version).Error.Contains("does not look at it", Ordinal));
    }

    private static string Affinity(string term) =>
        "affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ " + term + " }] } } }";

    private static string Remarks(string version, string pod, string taints = "[]", string more = "")
    {
        using var folder = new ScratchFolder();
        folder.Write("m.yaml", Deployment(pod));
        folder.Write("profiles.yaml", """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            profiles: [{ schedulerName: default-scheduler }, { schedulerName: second }]
            """);
        var path = folder.Write("s.yaml", $$"""
            scenario: remarks
            duration: 1m
            clusters:
              - name: c
                zones: [a]
                nodePools: [{ name: n, count: 2, capacity: { cpu: 4, memory: 8Gi }, taints: {{taints}} }]
                controlPlane: { version: {{version}}{{more}} }
                workloads: [{ manifests: [m.yaml] }]
            """);
        return string.Join('\n', ScenarioReader.Read(path).Diagnostics.Omissions.Select(omission => omission.Message));
    }

    private static string Deployment(string pod) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec:
          replicas: 1
          selector: { matchLabels: { app: web } }
          template:
            metadata: { labels: { app: web } }
            spec:
              {{pod}}
              containers: [{ name: c, image: a }]
        """;
}
