using Simulator.Api.Documents;
using Simulator.Scenarios.Files;
using Simulator.Studies.Planning.Fit;
using Simulator.World.Explanation.Packing;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Studies.Planning;

/// <summary>How many more copies fit: sums that can be done by hand, and what else can end it.</summary>
public sealed class FitTests : IDisposable
{
    private readonly Town _town = new();

    public void Dispose() => _town.Dispose();

    private static FitAnswer Fit(string scenario, string manifest, params PlaceScope[] scopes)
    {
        var mix = new PodMix(PodManifests.Read([manifest], new Diagnostics()));
        return FitPlan.Of(Town.Snapshot(scenario), mix, scopes, CancellationToken.None);
    }

    [Theory]
    [InlineData(6, "500m", "100Mi", 48, "Insufficient CPU")]
    [InlineData(6, "100m", "6Gi", 12, "Insufficient Memory")]
    [InlineData(6, "3", "1Gi", 6, "Insufficient CPU")]
    [InlineData(6, "5", "1Gi", 0, "Insufficient CPU")]
    [InlineData(7, "1m", "1Mi", 770, "Insufficient PodCount")]
    public void Copies_of_one_pod_are_a_sum(int nodes, string cpu, string memory, int copies, string ends)
    {
        var room = Fit(_town.Scenario(nodes), _town.Pod(cpu, memory)).Now;
        Assert.Equal((copies, ends), (room.Copies, room.End.Reason));
        Assert.Equal(nodes, Assert.Single(room.End.Nodes).Count);
    }

    [Fact]
    public void After_a_zone_is_lost_its_pods_move_first()
    {
        // 6 nodes take 8 pods each; 15 are there. Without a zone 4 nodes take 32: 15 of web, 17 more.
        var answer = Fit(
            _town.Scenario(6, "{ generate: { count: 1, replicas: 15, cpu: 500m, memory: 10Mi } }"), _town.Pod(), PlaceScope.Zone);
        Assert.Equal(33, answer.Now.Copies);
        Assert.All(answer.AfterLosses, room => Assert.Equal((17, 2, 5, 0), (room.Copies, room.NodesLost, room.Moved, room.HomelessCount)));
        Assert.Equal(["zone a", "zone b", "zone c"], answer.AfterLosses.Select(room => room.Lost));
    }

    [Fact]
    public void Who_finds_no_place_after_a_loss_is_named()
    {
        // 40 pods on 48 places; a zone less leaves 32.
        var answer = Fit(
            _town.Scenario(6, "{ generate: { count: 1, namePrefix: web, replicas: 40, cpu: 500m, memory: 10Mi } }"), _town.Pod(),
            PlaceScope.Zone);
        var room = answer.AfterLosses[0];
        Assert.Equal((0, 8), (room.Copies, room.HomelessCount));
        Assert.Equal(("default/web-001", "Insufficient CPU"), (room.Homeless[0].Title, room.Homeless[0].End.Reason));
    }

    [Fact]
    public void Bare_pods_of_a_lost_zone_are_gone_and_leave_room()
    {
        var pods = _town.Manifest(
            string.Join("---\n", Enumerable.Range(0, 6).Select(i => $$"""
                apiVersion: v1
                kind: Pod
                metadata: { name: bare-{{i}} }
                spec: { containers: [{ name: c, image: "web:1", resources: { requests: { cpu: 500m } } }] }

                """)),
            "bare.yaml");
        var room = Fit(_town.Scenario(3, $"{{ manifests: [{pods}] }}"), _town.Pod(), PlaceScope.Zone).AfterLosses[0];
        Assert.Equal((2, 0, 12), (room.Gone, room.Moved, room.Copies));
    }

    [Fact]
    public void A_copy_is_all_pods_of_the_manifests_in_proportion()
    {
        // Two of web and one of db: 2 x 500m + 2 CPU = 3 CPU; on 4 CPU a node. A db and four webs fill a node, or two dbs.
        var mix = _town.Manifest("""
            apiVersion: v1
            kind: ReplicationController
            metadata: { name: web }
            spec:
              replicas: 2
              template:
                metadata: { labels: { app: web } }
                spec: { containers: [{ name: c, image: "web:1", resources: { requests: { cpu: 500m } } }] }
            ---
            apiVersion: v1
            kind: Pod
            metadata: { name: db }
            spec: { containers: [{ name: c, image: "db:1", resources: { requests: { cpu: 2 } } }] }
            """);
        var answer = Fit(_town.Scenario(3), mix);
        Assert.Equal([("default/web", 2), ("default/db", 1)], answer.Mix.Parts.Select(part => (part.Title, part.Count)));
        Assert.Equal(3, answer.Mix.Size);
        Assert.InRange(answer.Now.Copies, 3, 4);
        Assert.InRange(answer.Now.Pods, answer.Now.Copies * 3, (answer.Now.Copies * 3) + 2);
    }

    [Fact]
    public void A_host_port_ends_it_at_one_a_node()
    {
        var pod = _town.Manifest("""
            apiVersion: v1
            kind: Pod
            metadata: { name: proxy }
            spec: { containers: [{ name: c, image: "p:1", ports: [{ containerPort: 80, hostPort: 80 }] }] }
            """);
        var room = Fit(_town.Scenario(6), pod).Now;
        Assert.Equal((6, "PodFitsHostPorts"), (room.Copies, room.End.Reason));
    }

    [Fact]
    public void A_quota_ends_it_where_it_acts()
    {
        var quota = _town.Manifest("""
            apiVersion: v1
            kind: ResourceQuota
            metadata: { name: q, namespace: default }
            spec: { hard: { pods: "10" } }
            """, "quota.yaml");
        var room = Fit(
            _town.Scenario(
                6, $"{{ manifests: [{quota}] }}, {{ generate: {{ count: 1, replicas: 4, cpu: 100m, memory: 10Mi }} }}"),
            _town.Pod()).Now;
        Assert.Equal((6, "refused by the API server"), (room.Copies, room.End.Reason));
        Assert.Contains("exceeded quota: q", room.End.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Tainted_nodes_are_left_out_with_their_reason()
    {
        var scenario = _town.Scenario(3, pool: "capacity: { cpu: 4, memory: 16Gi }, taints: [{ key: db, value: x, effect: NoSchedule }]");
        var end = Fit(scenario, _town.Pod()).Now.End;
        Assert.Equal("PodToleratesNodeTaints", end.Reason);
        Assert.Equal(["a", "b", "c"], Assert.Single(end.Nodes).Zones);
    }

    [Fact]
    public void An_anti_affinity_ends_it_at_one_a_zone()
    {
        var pod = _town.Pod(metadata: """
            , labels: { app: one }, annotations: { scheduler.alpha.kubernetes.io/affinity: '{"podAntiAffinity":
              {"requiredDuringSchedulingIgnoredDuringExecution": [{"labelSelector": {"matchLabels": {"app": "one"}},
              "topologyKey": "failure-domain.beta.kubernetes.io/zone"}]}}' }
            """);
        var policy = _town.Manifest("""
            {"kind": "Policy", "apiVersion": "v1", "priorities": [],
             "predicates": [{"name": "GeneralPredicates"}, {"name": "MatchInterPodAffinity"}]}
            """, "policy.json");
        var scenario = _town.Scenario(6);
        File.WriteAllText(scenario, File.ReadAllText(scenario).Replace(
            "    workloads:", $"    controlPlane: {{ scheduler: {{ policy-config-file: {policy} }} }}\n    "
                + "workloads:", StringComparison.Ordinal));
        var answer = Fit(scenario, pod, PlaceScope.Zone);
        Assert.Equal((3, "MatchInterPodAffinity"), (answer.Now.Copies, answer.Now.End.Reason));
        Assert.All(answer.AfterLosses, room => Assert.Equal(2, room.Copies));
    }

    [Theory]
    [InlineData(PlaceScope.Rack, 3)]
    [InlineData(PlaceScope.Node, 6)]
    [InlineData(PlaceScope.Pool, 1)]
    public void Other_places_can_be_lost(PlaceScope scope, int losses) =>
        Assert.Equal(losses, Fit(_town.Scenario(6), _town.Pod(), scope).AfterLosses.Count);

    /// <summary>The answer is what a run then does: so many more replicas all run, and one more waits.</summary>
    [Theory]
    [InlineData(5, 7)]
    [InlineData(4, 30)]
    public void A_run_holds_as_many_as_were_said_to_fit(int nodes, int replicas)
    {
        string With(int count) => _town.Scenario(
            nodes, $"{{ generate: {{ count: 1, replicas: {count}, cpu: 300m, memory: 10Mi }} }}");
        var copies = (int)Fit(With(replicas), _town.Pod("300m", "10Mi")).Now.Copies;
        Assert.Equal(nodes * 13, replicas + copies);
        Assert.Equal(0, Waiting(With(replicas + copies)));
        Assert.Equal(1, Waiting(With(replicas + copies + 1)));
    }

    /// <summary>More nodes never take fewer, whatever their size and the pods'.</summary>
    [Theory]
    [InlineData("700m", "3Gi")]
    [InlineData("1300m", "500Mi")]
    [InlineData("20m", "20Mi")]
    public void More_nodes_never_take_fewer(string cpu, string memory)
    {
        var (before, after) = (0L, 0L);
        for (var nodes = 1; nodes <= 8; nodes++)
        {
            var answer = Fit(_town.Scenario(nodes), _town.Pod(cpu, memory), PlaceScope.Zone);
            Assert.True(answer.Now.Copies > before && answer.Worst.Copies >= after, $"{nodes} nodes");
            (before, after) = (answer.Now.Copies, answer.Worst.Copies);
        }
    }

    private static int Waiting(string scenario) =>
        Town.Started(scenario).Clusters[0].Store.List("Pod").Cast<Simulator.Api.Pod>().Count(pod => !pod.IsAssigned);
}
