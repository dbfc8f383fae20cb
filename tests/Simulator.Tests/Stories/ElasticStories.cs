using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Clusters that grow and shrink: a pool whose nodes take nine pods of 100m beside their kube-proxy.</summary>
public sealed class ElasticStories
{
    private const string Pool = "capacity: { cpu: 1, memory: 4Gi }, count: 2, min: 2, max: 6";

    [Fact]
    public void A_machine_is_requested_then_registers_then_is_ready()
    {
        var run = ElasticRun.Of(Pool, "version: 0.3.0", Burst("1m", 40));
        var requested = run.First(ObservationKind.MachineRequested, "p-0003");
        var registered = run.First(ObservationKind.NodeAdded, "p-0003");
        var ready = run.Of(ObservationKind.NodeReadyChanged).First(fact => fact is { Subject: "p-0003", Other: "True" });
        Assert.InRange((registered.At - requested.At).TotalSeconds, 170, 230);
        Assert.InRange((ready.At - registered.At).TotalSeconds, 0.1, 10);
        Assert.Equal((5, 0), (run.Nodes, run.Pending));
    }

    [Fact]
    public void It_never_grows_beyond_its_max()
    {
        var run = ElasticRun.Of(Pool, "version: 0.3.0", Burst("1m", 100));
        Assert.Equal((6, 100 - 54), (run.Nodes, run.Pending));
    }

    [Fact]
    public void Nothing_is_removed_before_the_delay_and_the_unneeded_time_are_over()
    {
        var run = ElasticRun.Of(Pool, "version: 0.3.0", BurstAndEnd(), "50m");
        var grown = run.Of(ObservationKind.GroupGrown)[^1];
        var removed = run.Of(ObservationKind.GroupShrunk);
        Assert.Equal(3, removed.Count);
        Assert.True(removed[0].At - grown.At > TimeSpan.FromMinutes(10));
        Assert.InRange((removed[0].At - TimeSpan.FromMinutes(20)).TotalMinutes, 10, 11);
        Assert.All(removed, fact => Assert.True(TimeSpan.FromMicroseconds(fact.Value) > TimeSpan.FromMinutes(10)));
        Assert.Equal(2, run.Nodes);
    }

    /// <summary>The deleted node's object goes once its kubelet has been silent for 40 s: until then rounds are dropped.</summary>
    [Fact]
    public void After_a_removal_rounds_are_dropped_until_the_node_is_no_longer_ready()
    {
        var run = ElasticRun.Of(Pool, "version: 0.3.0", BurstAndEnd(), "50m");
        var deleted = run.Of(ObservationKind.MachineDeleted)[0];
        var gone = run.First(ObservationKind.NodeRemoved, deleted.Subject);
        Assert.InRange((gone.At - deleted.At).TotalSeconds, 30, 60);
        Assert.Contains(
            run.Of(ObservationKind.AutoscalerRests),
            rest => rest.At > deleted.At && rest.Other == "wrong number of nodes for node group: p expected: 4 actual: 5");
    }

    [Fact]
    public void Release_0_2_2_forgets_all_clocks_after_each_removal()
    {
        var run = ElasticRun.Of(Pool, "version: 0.2.2", BurstAndEnd(), "70m");
        var removed = run.Of(ObservationKind.GroupShrunk);
        Assert.Equal(3, removed.Count);
        Assert.True(removed[1].At - removed[0].At > TimeSpan.FromMinutes(10));
        Assert.True(removed[2].At - removed[1].At > TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void An_autoscaler_that_crashes_remembers_nothing()
    {
        var run = ElasticRun.Of(Pool, "version: 0.3.0, leader-elect: false", BurstAndEnd(), "50m");
        var first = run.Of(ObservationKind.GroupShrunk)[0].At;
        Assert.True(first < TimeSpan.FromMinutes(32));
        var crashed = ElasticRun.Of(
            Pool, "version: 0.3.0, leader-elect: false",
            BurstAndEnd() + "outages:\n  - { at: 28m, for: 10s, kind: cluster-autoscaler-down }", "50m");
        Assert.True(crashed.Of(ObservationKind.GroupShrunk)[0].At > TimeSpan.FromMinutes(38));
        var frozen = ElasticRun.Of(
            Pool, "version: 0.3.0, leader-elect: false",
            BurstAndEnd() + "outages:\n  - { at: 28m, for: 10s, kind: freeze, program: cluster-autoscaler }", "50m");
        Assert.True(frozen.Of(ObservationKind.GroupShrunk)[0].At < TimeSpan.FromMinutes(32));
    }

    [Fact]
    public void A_zone_without_stock_holds_everything_up()
    {
        var run = ElasticRun.Of(
            Pool, "version: 0.3.0", Burst("1m", 40) + "outages:\n  - { at: 30s, for: 20m, kind: out-of-stock, zone: a }");
        Assert.Contains("ZONE_RESOURCE_POOL_EXHAUSTED", run.Of(ObservationKind.MachineWaits)[0].Other, StringComparison.Ordinal);
        Assert.All(run.Of(ObservationKind.MachineGiven), given => Assert.True(given.At >= TimeSpan.FromSeconds(1230)));
        Assert.Equal((5, 0), (run.Nodes, run.Pending));
    }

    [Fact]
    public void A_quota_of_cpus_leaves_machines_waiting()
    {
        var run = ElasticRun.Of(Pool, "version: 0.3.0", Burst("1m", 40) + "    cloud: { cpuQuota: 4 }\n");
        Assert.Equal("QUOTA_EXCEEDED: CPUS, limit 4", run.Of(ObservationKind.MachineWaits)[0].Other);
        Assert.Equal(4, run.Nodes);
    }

    [Fact]
    public void A_cloud_that_is_down_is_asked_again()
    {
        var run = ElasticRun.Of(Pool, "version: 0.3.0", Burst("1m", 40) + "outages:\n  - { at: 30s, for: 10m, kind: cloud-down }");
        Assert.Contains(
            run.Of(ObservationKind.AutoscalerRests), rest => rest.Other == "no answer of the cloud about p: the cloud does not answer");
        Assert.True(run.Of(ObservationKind.GroupGrown)[0].At > TimeSpan.FromSeconds(630));
        Assert.Equal((5, 0), (run.Nodes, run.Pending));
    }

    [Fact]
    public void Preemptible_machines_go_and_their_group_replaces_them()
    {
        var run = ElasticRun.Of(Pool + ", lifetime: 15m", "version: 0.3.0", Burst("1m", 10), "1h");
        var preempted = run.Of(ObservationKind.MachineDeleted).Where(fact => fact.Other == "preempted").ToList();
        Assert.True(preempted.Count >= 6);
        Assert.All(preempted, fact => Assert.Equal(TimeSpan.FromMinutes(15), TimeSpan.FromMicroseconds(fact.Value)));
        Assert.Equal(preempted.Count, run.Of(ObservationKind.MachineRequested).Count);
    }

    [Fact]
    public void On_gce_each_zone_of_a_pool_is_a_group_of_its_own()
    {
        var run = ElasticRun.Of(
            "capacity: { cpu: 1, memory: 4Gi }, count: 2, min: 1, max: 3", "version: 0.2.2", Burst("1m", 50), zones: "a, b");
        Assert.Equal(["p-a", "p-b"], run.Cluster.Cloud.Groups.Table.Groups.Select(group => group.Id));
        Assert.Equal("p-a", run.Of(ObservationKind.GroupGrown)[0].Subject); // 0.2.2 takes the first
        Assert.Equal((6, 0), (run.Nodes, run.Pending));
    }

    [Fact]
    public void A_group_that_is_empty_grows_only_with_the_switch_of_a_later_release()
    {
        const string Empty = "capacity: { cpu: 1, memory: 4Gi }, count: 0, min: 0, max: 3, labels: { pool: extra }";
        var run = ElasticRun.Of(
            Empty
                + " }\n      - { name: base, capacity: { cpu: 1, memory: 4Gi }, count: "
                + "1", "laterReleases: [scaleFromZero]", Burst("1m", 20));
        Assert.Equal((3, 0), (run.Nodes, run.Pending));
    }

    [Fact]
    public void While_a_group_is_partly_down_0_2_2_does_nothing_at_all()
    {
        const string TwoNodesDown = "outages:\n  - { at: 30s, for: 20m, kind: power-loss, node: p-0001 }";
        var run = ElasticRun.Of(Pool, "version: 0.2.2", Burst("90s", 40) + TwoNodesDown);
        Assert.Contains(
            run.Of(ObservationKind.AutoscalerRests), rest => rest.Other == "wrong number of nodes for mig: p expected: 2 actual: 1");
        Assert.True(run.Of(ObservationKind.GroupGrown)[0].At > TimeSpan.FromSeconds(1230));
    }

    /// <summary>Two pods of nothing on one node, then a crowd: a tenth of what ships.</summary>
    [Fact]
    public void A_crowd_gets_exactly_as_many_nodes_as_it_fills()
    {
        var run = ElasticRun.Of("grow-to-1000", ("replicas: 30000", "replicas: 3000"));
        Assert.Equal((100, 0), (run.Nodes, run.Pending));
    }

    [Fact]
    public void So_it_does_in_two_steps()
    {
        var run = ElasticRun.Of("grow-in-two-steps", ("replicas: 21000", "replicas: 2100"), ("replicas: 9000", "replicas: 900"));
        Assert.Equal((100, 0), (run.Nodes, run.Pending));
    }

    [Fact]
    public void Pods_that_no_node_helps_change_nothing()
    {
        var run = ElasticRun.Of("hopeless-pods", ("replicas: 30000", "replicas: 3000"), ("replicas: 1000", "replicas: 100"));
        Assert.Equal((100, 100), (run.Nodes, run.Pending));
    }

    [Fact]
    public void Pods_that_hold_their_node_by_a_host_port_keep_it()
    {
        var run = ElasticRun.Of(
            "pinned-by-ports", ("count: 1000", "count: 100"), ("replicas: 700", "replicas: 70"), ("replicas: 300", "replicas: 30"));
        Assert.Equal((100, 0), (run.Nodes, run.Pending));
        Assert.Empty(run.Of(ObservationKind.GroupShrunk));
    }

    private static string Burst(string at, int pods) =>
        $"      - at: {at}\n        generate: {{ kind: ReplicationController, namePrefix: app, count: 1, replicas: {pods}, cpu: 100m, "
            + "memory: 100Mi }\n";

    /// <summary>Forty pods of 100m from 1 to 20 minutes: three nodes more for that time.</summary>
    private static string BurstAndEnd() => Burst("1m", 40) + "operations:\n  - { at: 20m, scale: rc/app-001, replicas: 2 }\n";
}
