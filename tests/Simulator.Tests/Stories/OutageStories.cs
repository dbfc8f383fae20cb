using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

public sealed class OutageStories
{
    [Fact]
    public void Settled_cluster_spreads_each_workload_over_the_zones()
    {
        var cluster = Story.Of(nodesPerZone: 5).With("web", replicas: 15).RunFor(1.Minutes());
        Assert.Equal((5, 5, 5), cluster.Spread("web"));
        Assert.Equal(15, cluster.Endpoints("web"));
        Assert.All(cluster.Pods("web"), pod => Assert.True(pod.IsReady));
    }

    [Fact]
    public void Zone_without_power_is_noticed_then_evicted_then_replaced_elsewhere()
    {
        var cluster = Story.Of(nodesPerZone: 5).With("web", replicas: 15);
        cluster.Zone("a").LosesPower(at: 5.Minutes());

        // Until the node controller notices, users are still sent to the dead.
        cluster.RunFor(5.Minutes() + 29.Seconds());
        Assert.Equal(15, cluster.Endpoints("web"));

        cluster.RunFor(31.Seconds());
        Assert.Equal(10, cluster.Endpoints("web"));
        Assert.Equal((5, 5, 5), cluster.Spread("web"));

        cluster.RunFor(6.Minutes());
        Assert.Equal((0, 8, 7), Sorted(cluster.Spread("web")));
        Assert.Equal(15, cluster.Endpoints("web"));
    }

    [Fact]
    public void Evictions_come_one_node_every_ten_seconds()
    {
        var cluster = Story.Of(nodesPerZone: 8).With("web", replicas: 48);
        cluster.Zone("b").LosesPower(at: 1.Minutes());
        cluster.RunFor(9.Minutes());
        var turns = cluster.Of(ObservationKind.NodeEvicted).Select(turn => turn.At.TotalSeconds).ToList();
        var evicted = cluster.Of(ObservationKind.PodDeletionMarked)
            .GroupBy(marked => marked.Other)
            .Select(node => node.First().At.TotalSeconds)
            .ToList();
        Assert.Equal(8, evicted.Count);

        // Quirk: the bucket was full, so the first two come together.
        Assert.InRange(turns[1] - turns[0], 0, 2);
        for (var i = 2; i < turns.Count; i++) Assert.InRange(turns[i] - turns[i - 1], 8, 12);

        // Quirk: a node that was evicted queues again at the next pass, before nodes that fall due only then, and costs another turn.
        Assert.InRange(evicted[^1] - evicted[1], 58, 122);
    }

    [Fact]
    public void Replacement_is_created_in_the_instant_of_the_eviction_and_the_dead_pod_goes_later()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9);
        cluster.Node("n-0001").LosesPower(at: 1.Minutes());
        cluster.RunFor(9.Minutes());
        var marked = Assert.Single(cluster.Of(ObservationKind.PodDeletionMarked));
        var created = Assert.Single(cluster.Of(ObservationKind.PodCreated));
        var removed = Assert.Single(cluster.Of(ObservationKind.PodRemoved));
        Assert.InRange((created.At - marked.At).TotalSeconds, 0, 0.5);
        Assert.InRange((removed.At - marked.At).TotalSeconds, 30, 45);
    }

    [Fact]
    public void Reboot_within_the_grace_period_evicts_nobody()
    {
        var cluster = Story.Of(nodesPerZone: 3, kubelet: new KubeletOptions { BootDuration = 20.Seconds() }).With("web", replicas: 9);
        cluster.Node("n-0001").Reboots(at: 1.Minutes());
        cluster.RunFor(8.Minutes());
        Assert.Empty(cluster.Of(ObservationKind.PodDeletionMarked));
        Assert.DoesNotContain(cluster.Of(ObservationKind.NodeReadyChanged), changed => changed.Other == "Unknown");
        Assert.Equal(9, cluster.Endpoints("web"));
        Assert.Equal(1, Assert.Single(cluster.Pods("web"), pod => pod.NodeName == "n-0001").Status.ContainerRestarts.Sum());
    }

    [Fact]
    public void Power_that_returns_before_the_eviction_brings_the_same_pods_back()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9);
        cluster.Zone("c").LosesPower(at: 1.Minutes(), lasting: 2.Minutes());
        cluster.RunFor(2.Minutes());
        Assert.Equal(6, cluster.Endpoints("web"));
        cluster.RunFor(8.Minutes());
        Assert.Equal(9, cluster.Endpoints("web"));
        Assert.Empty(cluster.Of(ObservationKind.PodCreated));
    }

    [Fact]
    public void Node_cut_off_from_the_api_server_keeps_serving_until_it_is_back()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9);
        cluster.Node("n-0001").IsCutOff(at: 1.Minutes(), lasting: 10.Minutes());
        cluster.RunFor(10.Minutes());
        Assert.NotEmpty(cluster.Of(ObservationKind.PodRemoved));
        Assert.Empty(cluster.Of(ObservationKind.PodStoppedServing));

        // Back in touch, it learns that its pod was removed by force, and stops it.
        cluster.RunFor(5.Minutes());
        Assert.Single(cluster.Of(ObservationKind.PodStoppedServing));
        Assert.Equal(9, cluster.Endpoints("web"));
        Assert.Equal(ConditionStatus.True, cluster.NodeObject("n-0001").Status.Condition(NodeConditionType.Ready)!.Status);
    }

    [Fact]
    public void Rack_that_fails_takes_only_its_own_nodes()
    {
        var cluster = Story.Of(nodesPerZone: 50).With("web", replicas: 30);
        cluster.Rack("a-r02").LosesPower(at: 1.Minutes());
        cluster.RunFor(90.Seconds());
        Assert.Equal(10, cluster.Of(ObservationKind.NodeWentDown).Count());
    }

    [Fact]
    public void All_nodes_gone_is_taken_for_the_networks_fault_and_nobody_is_evicted()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 6);
        foreach (var zone in new[] { "a", "b", "c" }) cluster.Zone(zone).LosesPower(at: 1.Minutes());
        cluster.RunFor(20.Minutes());
        Assert.Equal("on", Assert.Single(cluster.Of(ObservationKind.SegmentationMode)).Other);
        Assert.Empty(cluster.Of(ObservationKind.PodDeletionMarked));
    }

    [Fact]
    public void While_the_api_server_is_down_pods_run_on_and_nothing_is_repaired()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9);
        cluster.ApiServer().GoesDown(at: 1.Minutes(), lasting: 4.Minutes());
        cluster.Node("n-0002").LosesPower(at: 2.Minutes());
        cluster.RunFor(4.Minutes() + 59.Seconds());
        Assert.Empty(cluster.Of(ObservationKind.NodeReadyChanged));
        Assert.Single(cluster.Of(ObservationKind.PodStoppedServing));
        cluster.RunFor(15.Minutes());
        Assert.Equal(9, cluster.Endpoints("web"));
        Assert.Single(cluster.Of(ObservationKind.PodCreated));
    }

    /// <summary>
    /// The node controller's clock runs on while it hears nothing: back in touch, it marks nodes that have not reported again yet, and five
    /// seconds later evicts them.
    /// </summary>
    [Fact]
    public void Api_server_down_for_longer_than_the_eviction_timeout_costs_healthy_nodes_their_pods()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9);
        cluster.ApiServer().GoesDown(at: 1.Minutes(), lasting: 10.Minutes());
        cluster.RunFor(20.Minutes());
        Assert.Empty(cluster.Of(ObservationKind.NodeWentDown));
        Assert.Contains(cluster.Of(ObservationKind.NodeReadyChanged), changed => changed.Other == "Unknown");
        Assert.NotEmpty(cluster.Of(ObservationKind.PodDeletionMarked));
        Assert.Equal(9, cluster.Endpoints("web"));
        Assert.All(
            cluster.Of(ObservationKind.NodeReadyChanged).GroupBy(changed => changed.Subject),
            node => Assert.Equal("True", node.Last().Other));
    }

    [Fact]
    public void What_a_user_asks_of_an_api_server_that_is_down_is_told_not_swallowed()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3).With("late", replicas: 3, at: 2.Minutes());
        cluster.ApiServer().GoesDown(at: 1.Minutes(), lasting: 2.Minutes());
        cluster.RunFor(5.Minutes());
        Assert.Empty(cluster.Pods("late"));
        Assert.Equal(
            ["Service default/late", "ReplicationController default/late"],
            cluster.Of(ObservationKind.CreationRefused).Select(refused => refused.Subject));
    }

    [Fact]
    public void Kubelet_that_could_not_report_says_it_again_at_its_next_sweep()
    {
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty).With("web", replicas: 3, at: 1.Seconds());
        cluster.ApiServer().GoesDown(at: TimeSpan.FromSeconds(1.4), lasting: 20.Seconds());
        cluster.RunFor(20.Seconds());
        Assert.Equal(3, cluster.Of(ObservationKind.PodServing).Count());
        Assert.Empty(cluster.Of(ObservationKind.PodReady));
        cluster.RunFor(15.Seconds());
        Assert.Equal(3, cluster.Of(ObservationKind.PodReady).Count());
    }

    private static (int, int, int) Sorted((int A, int B, int C) spread) => spread.B >= spread.C ? spread : (spread.A, spread.C, spread.B);
}
