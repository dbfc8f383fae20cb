using Simulator.Api.Documents;
using Simulator.ControlPlane.Versions;
using Simulator.Scenarios.Files;
using Simulator.Studies.Planning.Fit;
using Simulator.World.Explanation.Packing;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies.Planning;

/// <summary>What fits is what the scheduler of the cluster's version says.</summary>
public sealed class VersionFitTests : IDisposable
{
    private const string Apart = """
          affinity:
            podAntiAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                - { labelSelector: { matchLabels: { app: one } }, topologyKey: kubernetes.io/hostname }
        """;

    private readonly Town _town = new();

    public void Dispose() => _town.Dispose();

    [Theory]
    [InlineData("1.3.10", 48, "Insufficient CPU")]
    [InlineData("1.20.2", 6, "node(s) didn't match pod affinity/anti-affinity")]
    public void An_anti_affinity_of_today_counts_where_the_version_reads_it(string version, int copies, string reason)
    {
        var answer = Fit(version, _town.Scenario(6), _town.Pod(spec: Apart, metadata: ", labels: { app: one }"), PlaceScope.Zone);
        Assert.Equal(copies, answer.Now.Copies);
        Assert.StartsWith(reason, answer.Now.End.Reason, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c"], Assert.Single(answer.Now.End.Nodes).Zones);
        Assert.All(answer.AfterLosses, room => Assert.Equal(copies * 2 / 3, room.Copies));
    }

    [Fact]
    public void A_hard_spread_ends_it_where_a_zone_is_full()
    {
        // Zone c has one node, a and b have two; eight pods a node, and no zone more than one above another: 8 + 9 + 9.
        const string Spread = """
              topologySpreadConstraints:
                - { maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule,
                    labelSelector: { matchLabels: { app: one } } }
            """;
        var answer = Fit("1.20.2", _town.Scenario(5), _town.Pod(spec: Spread, metadata: ", labels: { app: one }"));
        Assert.Equal(26, answer.Now.Copies);
        Assert.Contains(answer.Now.End.Nodes, group => group.Reason.Contains("topology spread", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_is_preempted_for_it_and_a_class_that_is_not_there_is_told()
    {
        var urgent = _town.Manifest("""
            apiVersion: scheduling.k8s.io/v1
            kind: PriorityClass
            metadata: { name: urgent }
            value: 1000
            """, "urgent.yaml");
        var full = _town.Scenario(3, $"{{ manifests: [{urgent}] }}, {{ generate: {{ count: 1, replicas: 24, cpu: 500m, memory: 10Mi }} }}");
        Assert.Equal(
            (0, "Insufficient cpu"),
            (Fit("1.20.2", full, _town.Pod(spec: "  priorityClassName: urgent")).Now is var room ? room.Copies : 0, room.End.Reason));
        var end = Fit("1.20.2", full, _town.Pod(spec: "  priorityClassName: gone")).Now.End;
        Assert.Equal("refused by the API server", end.Reason);
        Assert.Contains("no PriorityClass with name gone was found", end.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Pods_that_keep_apart_are_not_packed_onto_fewer_nodes()
    {
        var web = _town.Manifest("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: one }
            spec:
              replicas: 4
              selector: { matchLabels: { app: one } }
              template:
                metadata: { labels: { app: one } }
                spec:
                  containers: [{ name: c, image: "web:1", resources: { requests: { cpu: 500m } } }]
            """.TrimEnd() + "\n" + string.Join('\n', Apart.Split('\n').Select(line => "    " + line)) + "\n", "web.yaml");
        var packing = new Repacking(Town.Snapshot(Under("1.20.2", _town.Scenario(6, $"{{ manifests: [{web}] }}"))));
        Assert.True(packing.Fits(packing.Removable.Take(2).ToHashSet(), 0));
        Assert.False(packing.Fits(packing.Removable.Take(3).ToHashSet(), 0));
        Assert.StartsWith(
            "node(s) didn't match pod affinity/anti-affinity",
            Assert.Single(packing.Unplaced(packing.Removable.Take(3).ToHashSet())).End.Reason, StringComparison.Ordinal);
    }

    private static FitAnswer Fit(string version, string scenario, string manifest, params PlaceScope[] scopes)
    {
        var rules = KubernetesVersions.Find(version)!;
        var mix = new PodMix(PodManifests.Read([manifest], new Diagnostics(), rules), rules);
        return FitPlan.Of(Town.Snapshot(Under(version, scenario)), mix, scopes, CancellationToken.None);
    }

    private static string Under(string version, string scenario)
    {
        var text = File.ReadAllText(scenario);
        if (!text.Contains("controlPlane", StringComparison.Ordinal))
        {
            File.WriteAllText(scenario, text.Replace(
                "    workloads:", $"    controlPlane: {{ version: {version} }}\n    workloads:", StringComparison.Ordinal));
        }

        return scenario;
    }
}
