using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>What users do with kubectl while a cluster runs.</summary>
public sealed class OperationStories
{
    private static readonly ObjectKey Web = new("default", "web");

    [Fact]
    public void Scaled_up_and_down_again()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 3)
            .Does(new ScaleOperation("ReplicationController", Web, 7) { At = 1.Minutes(), Cluster = "east" })
            .Does(new ScaleOperation("ReplicationController", Web, 2) { At = 3.Minutes(), Cluster = "east" });
        cluster.RunFor(2.Minutes());
        Assert.Equal(7, cluster.Endpoints("web"));
        cluster.RunFor(2.Minutes());
        Assert.Equal(2, cluster.Endpoints("web"));
        Assert.Equal(["scale ReplicationController default/web to 7", "scale ReplicationController default/web to 2"], Done(cluster));
    }

    [Fact]
    public void Cordoned_node_keeps_its_pods_and_gets_no_new_ones()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Does(new CordonOperation("n-0001", Unschedulable: true) { At = 1.Minutes(), Cluster = "east" })
            .Does(new ScaleOperation("ReplicationController", Web, 9) { At = 2.Minutes(), Cluster = "east" });
        cluster.RunFor(3.Minutes());
        Assert.Single(cluster.Pods("web"), pod => pod.NodeName == "n-0001");
        Assert.Equal(9, cluster.Endpoints("web"));
    }

    [Fact]
    public void Drained_node_is_empty_and_its_pods_run_elsewhere()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 12)
            .Does(new DrainOperation("n-0002") { At = 1.Minutes(), Cluster = "east" });
        cluster.RunFor(3.Minutes());
        Assert.DoesNotContain(cluster.Pods("web"), pod => pod.NodeName == "n-0002");
        Assert.Equal(12, cluster.Endpoints("web"));
        Assert.True(cluster.NodeObject("n-0002").Spec.Unschedulable);
    }

    [Fact]
    public void Applied_manifest_creates_what_is_new_and_changes_what_is_there()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 3)
            .Does(new ApplyOperation([
                Workloads.Service("db"), Workloads.Controller("db", 2, 100),
                Workloads.Controller("web", 5, 100)])
            { At = 1.Minutes(), Cluster = "east" });
        cluster.RunFor(2.Minutes());
        Assert.Equal((5, 2), (cluster.Endpoints("web"), cluster.Endpoints("db")));
        Assert.Equal(["apply 3 objects"], Done(cluster));
    }

    [Fact]
    public void Deleted_service_is_gone_and_its_pods_stay()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Does(new DeleteOperation("Service", Web) { At = 1.Minutes(), Cluster = "east" });
        cluster.RunFor(2.Minutes());
        Assert.Equal(3, cluster.Pods("web").Count);
        Assert.Equal(["delete Service default/web"], Done(cluster));
    }

    [Fact]
    public void A_command_that_nobody_answers_fails_and_says_so()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Does(new ScaleOperation("ReplicationController", Web, 7) { At = 2.Minutes(), Cluster = "east" });
        cluster.ApiServer().GoesDown(at: 1.Minutes(), lasting: 5.Minutes());
        cluster.RunFor(10.Minutes());
        Assert.Equal(
            "The connection to the server east was refused - did you specify the right host or port?",
            Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other);
        Assert.Equal(3, cluster.Endpoints("web"));
    }

    private static IEnumerable<string> Done(Story cluster) =>
        cluster.Of(ObservationKind.OperationDone).Where(fact => fact.Other == "Ok").Select(fact => fact.Subject);
}
