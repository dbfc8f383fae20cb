using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>kubectl rolling-update: a replication controller gives way to another one pod by pod.</summary>
public sealed class RollingUpdateStories
{
    private static readonly ObjectKey Web = new("default", "web");

    private static RollingUpdateOperation ToTwo => new(Web, "web:2") { UpdatePeriod = 10.Seconds(), At = 1.Minutes(), Cluster = "east" };

    [Fact]
    public void Every_pod_is_replaced_none_is_missing_and_the_name_stays()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 4).Does(ToTwo);
        var least = int.MaxValue;
        while (!cluster.Of(ObservationKind.OperationDone).Any())
        {
            cluster.RunFor(1.Seconds());
            least = Math.Min(least, cluster.Endpoints("web"));
        }

        Assert.Equal((4, "Ok"), (least, Result(cluster)));
        Assert.Equal(Web, Assert.Single(cluster.Cluster.Store.List("ReplicationController")).Key);
        cluster.RunFor(2.Minutes());
        Assert.Equal((4, 4), (cluster.Endpoints("web"), cluster.Pods("web").Count));
        Assert.All(cluster.Pods("web"), pod => Assert.Equal("web:2", pod.Spec.Containers[0].Image));

        // Up: seen after three seconds, done after three more; then the period; down: the same. Four times, and the change of names.
        var took = cluster.Of(ObservationKind.OperationDone).Single().At - 1.Minutes();
        Assert.InRange(took.TotalSeconds, 4 * (10 + 6 + 6), (4 * (10 + 6 + 6)) + 25);
    }

    [Fact]
    public void A_new_name_stays()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 2).Does(ToTwo with { NewName = "web-v2" }).RunFor(4.Minutes());
        Assert.Equal("Ok", Result(cluster));
        Assert.Equal("web-v2", Assert.Single(cluster.Cluster.Store.List("ReplicationController")).Name);
        Assert.Equal(2, cluster.Endpoints("web"));
    }

    [Fact]
    public void A_pod_that_finds_no_node_ends_it()
    {
        // Each fills a node.
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3, milliCpu: 3900).Does(ToTwo with { Timeout = 1.Minutes() });
        cluster.RunFor(15.Minutes());
        Assert.Equal("error: timed out waiting for any update progress to be made", Result(cluster));
    }

    [Fact]
    public void The_image_that_is_there_is_no_update()
    {
        var cluster = Story.Of(nodesPerZone: 2)
            .With("web", replicas: 2)
            .Does(new RollingUpdateOperation(Web, "web:1") { At = 1.Minutes(), Cluster = "east" })
            .RunFor(4.Minutes());
        Assert.StartsWith("error: --image-pull-policy (Always|Never|IfNotPresent) must be provided", Result(cluster));
    }

    [Fact]
    public void An_update_that_was_broken_off_goes_on()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 3).Does(ToTwo).Does(ToTwo with { At = 5.Minutes() });
        cluster.ApiServer().GoesDown(at: 90.Seconds(), lasting: 1.Minutes());
        cluster.RunFor(15.Minutes());
        Assert.Equal(
            ["The connection to the server east was refused - did you specify the right host or port?", "Ok"],
            cluster.Of(ObservationKind.OperationDone).Select(fact => fact.Other[..Math.Min(fact.Other.Length, 90)]));
        Assert.All(cluster.Pods("web"), pod => Assert.Equal("web:2", pod.Spec.Containers[0].Image));
        Assert.Equal((3, Web), (cluster.Endpoints("web"), Assert.Single(cluster.Cluster.Store.List("ReplicationController")).Key));
    }

    private static string Result(Story cluster) => Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other;
}
