using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files;
using Simulator.Tests.Scenarios;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.World;

/// <summary>
/// A version is a table and nothing else: one that nobody knows, whose policies come from both tables, runs as well. For each policy there
/// is a version that has everything but it from one table.
/// </summary>
public sealed class MixedVersionTests
{
    private const string World = """
        scenario: mixed
        duration: 20m
        clusters:
          - name: c
            region: us-east1
            zones: [us-east1-b, us-east1-c]
            nodePools: [{ name: n, machineType: n1-standard-1, count: 4 }]
            workloads:
              - generate: { kind: ReplicationController, namePrefix: web, count: 2, replicas: 3, cpu: 50m, memory: 50Mi }
              - manifests: [m.yaml]
        outages:
          - { at: 1m, for: 12m, kind: power-loss, zone: us-east1-b }
        """;

    private const string Objects = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: front }
        spec:
          replicas: 3
          selector: { matchLabels: { app: front } }
          template: { metadata: { labels: { app: front } }, spec: { containers: [{ name: c, image: a }] } }
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec:
          selector: { matchLabels: { app: agent } }
          template: { metadata: { labels: { app: agent } }, spec: { containers: [{ name: c, image: a }] } }
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: front }
        spec: { ports: [{ port: 80 }], selector: { app: front } }
        """;

    /// <summary>All that the two tables have otherwise than each other, but the names.</summary>
    public static TheoryData<string> Policies() =>
    [
        .. typeof(KubernetesVersion).GetProperties()
            .Where(property => property.CanWrite && property.Name != nameof(KubernetesVersion.Name))
            .Where(property => !Equals(property.GetValue(KubernetesVersions.All[0]), property.GetValue(KubernetesVersions.All[1])))
            .Select(property => property.Name),
    ];

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_version_that_nobody_knows_runs(string policy)
    {
        var (older, later) = (KubernetesVersions.All[0], KubernetesVersions.All[1]);
        foreach (var mixed in new[] { Mixed(older, later, policy), Mixed(later, older, policy) }) Assert.Equal(Run(mixed), Run(mixed));
    }

    private static KubernetesVersion Mixed(KubernetesVersion table, KubernetesVersion other, string policy)
    {
        var (mixed, property) = (table with { Name = "9.9.9" }, typeof(KubernetesVersion).GetProperty(policy)!);
        property.SetValue(mixed, property.GetValue(other));
        return mixed;
    }

    private static string Run(KubernetesVersion version)
    {
        using var folder = new ScratchFolder();
        folder.Write("m.yaml", Objects);
        var scenario = ScenarioReader.Read(folder.Write("s.yaml", World)).Scenario!;
        scenario = scenario with { Clusters = [.. scenario.Clusters.Select(cluster => cluster with { Version = version })] };
        var run = new ScenarioRun(scenario);
        run.Start();
        run.Advance(scenario.Duration);
        return run.Digest;
    }
}
