using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>What later releases of the cluster autoscaler do otherwise, by named switches.</summary>
public sealed class LaterReleaseStories
{
    private const string Small = "capacity: { cpu: 1, memory: 4Gi }, count: 1, min: 1, max: 9";

    /// <summary>600m of 1,000m fit once a node; by sums five of them need three nodes.</summary>
    [Theory]
    [InlineData("", 4)]
    [InlineData("laterReleases: [binPackingEstimator]", 6)]
    public void Packing_knows_that_big_pods_need_a_node_each(string switches, int firstSize)
    {
        var run = ElasticRun.Of(Small, switches, Pods("600m", 6));
        Assert.Equal(firstSize, run.Of(ObservationKind.GroupGrown)[0].Value);
        Assert.Equal((6, 0), (run.Nodes, run.Pending));
    }

    [Fact]
    public void With_a_drain_pods_are_deleted_before_their_node()
    {
        var sudden = ElasticRun.Of(Small, "", Shrinking, "50m");
        var gentle = ElasticRun.Of(Small, "laterReleases: [drainBeforeRemoval]", Shrinking, "50m");
        Assert.Equal((1, 1), (sudden.Nodes, gentle.Nodes));
        Assert.Equal(0, WereMoved(sudden));
        Assert.True(WereMoved(gentle) > 0);
    }

    [Fact]
    public void On_aws_one_group_spans_the_zones_and_new_machines_go_where_there_are_fewest()
    {
        var run = ElasticRun.Of(
            "capacity: { cpu: 1, memory: 4Gi }, count: 2, min: 2, max: 6", "", Pods("100m", 50), zones: "a, b", cloud: "aws");
        var group = Assert.Single(run.Cluster.Cloud.Groups.Table.Groups);
        Assert.Equal(("p", 6), (group.Id, group.Target));
        Assert.Equal(3, group.Machines.Count(machine => machine.Zone == "a"));
    }

    [Fact]
    public void A_cloud_that_takes_few_calls_refuses_the_others()
    {
        var run = ElasticRun.Of(Small, "", Pods("100m", 20) + "    cloud: { callsPerSecond: 0.05, callBurst: 1 }\n");
        Assert.Contains(
            run.Of(ObservationKind.AutoscalerRests), rest => rest.Other == "no answer of the cloud about p: rateLimitExceeded");
    }

    [Fact]
    public void No_growth_goes_beyond_the_limit_of_all_nodes()
    {
        var run = ElasticRun.Of(Small, "max-nodes-total: 3", Pods("100m", 80));
        Assert.Equal(3, run.Nodes);
    }

    /// <summary>Six pods are left, on the nodes that came later: the first one is empty, and those of one of the others move.</summary>
    private static string Shrinking =>
        "      - generate: { kind: ReplicationController, namePrefix: old, count: 1, replicas: 9, cpu: 100m, memory: 1Mi }\n"
            + Pods("100m", 18)
            + "operations:\n  - { at: 20m, scale: rc/old-001, replicas: 0 }\n  - { at: 20m, scale: rc/app-001, replicas: 6 }\n";

    private static string Pods(string cpu, int count) =>
        $"      - at: 1m\n        generate: {{ kind: ReplicationController, namePrefix: app, count: 1, replicas: {count}, cpu: {cpu}, "
            + "memory: 1Mi }\n";

    /// <summary>Pods that were told to leave their node in the two minutes before it was gone.</summary>
    private static int WereMoved(ElasticRun run) => run.Of(ObservationKind.MachineDeleted).Sum(deleted =>
        run.Of(ObservationKind.PodDeletionMarked).Count(fact =>
            fact.Other == deleted.Subject && fact.At < deleted.At && fact.At > deleted.At - TimeSpan.FromMinutes(2)));
}
