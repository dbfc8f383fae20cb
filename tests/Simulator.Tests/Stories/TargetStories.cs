using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Whom a trouble strikes.</summary>
public sealed class TargetStories
{
    [Fact]
    public void A_list_of_nodes_loses_power_and_nobody_else()
    {
        var cluster = Story.Of(3).With("web", 9).Suffers(PowerLoss(new Place(PlaceScope.Node, "n-0008", "n-0001"))).RunFor(3.Minutes());
        Assert.Equal(["n-0001", "n-0008"], Down(cluster));
    }

    [Fact]
    public void Zones_are_struck_together()
    {
        var cluster = Story.Of(2).With("web", 6).Suffers(PowerLoss(new Place(PlaceScope.Zone, "a", "c"))).RunFor(3.Minutes());
        Assert.Equal(["n-0001", "n-0003", "n-0004", "n-0006"], Down(cluster));
        Assert.Equal("a and c", cluster.Of(ObservationKind.OutageStarted).Single().Subject);
    }

    [Fact]
    public void All_nodes_are_struck_and_the_control_plane_is_not()
    {
        var cluster = Story.Of(2).With("web", 6).Suffers(PowerLoss(new Place(PlaceScope.Cluster))).RunFor(3.Minutes());
        Assert.Equal(6, Down(cluster).Count);
        Assert.All(cluster.ControlPlane.Components, component => Assert.True(cluster.ControlPlane.IsRunning(component)));
        Assert.Equal("all nodes", cluster.Of(ObservationKind.OutageStarted).Single().Subject);
    }

    [Fact]
    public void A_share_of_a_list_is_drawn_from_it()
    {
        string[] list = ["n-0001", "n-0002", "n-0003", "n-0004"];
        var seen = new HashSet<string>();
        for (ulong seed = 1; seed <= 8; seed++)
        {
            var down = Down(Story.Of(3, seed).With("web", 9).Suffers(PowerLoss(new Place(
                PlaceScope.Node, list)) with
            { Share = 0.5 }).RunFor(3.Minutes()));
            Assert.Equal(2, down.Count);
            Assert.Subset(list.ToHashSet(), down.ToHashSet());
            seen.UnionWith(down);
        }

        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public void The_node_of_a_pod_is_the_one_that_it_is_on_at_that_moment()
    {
        var cluster = Story.Of(2)
            .With(TimeSpan.Zero, Workloads.Pod("solo"))
            .Suffers(PowerLoss(new Place(PlaceScope.NodeOfPod, "default/solo")))
            .RunFor(30.Seconds());
        var node = Assert.Single(cluster.Cluster.Store.List("Pod").Cast<Pod>()).NodeName;
        cluster.RunFor(3.Minutes());
        Assert.Equal([node], Down(cluster));
        Assert.Equal($"{node} (the node of default/solo)", cluster.Of(ObservationKind.OutageStarted).Single().Subject);
    }

    [Fact]
    public void A_pod_that_has_no_node_spares_everybody_and_that_is_told()
    {
        var cluster = Story.Of(2).With("web", 1).Suffers(PowerLoss(new Place(PlaceScope.NodeOfPod, "default/web-0"))).RunFor(3.Minutes());
        Assert.Empty(Down(cluster));
        Assert.Empty(cluster.Of(ObservationKind.OutageStarted));
        var told = cluster.Of(ObservationKind.PlanLeftOut).Single();
        Assert.Equal(("power-loss of the node of default/web-0", "the pod was bound to no node at 0:01:00"), (told.Subject, told.Other));
    }

    [Fact]
    public void Machines_that_died_long_ago_are_marked_and_empty_and_nothing_is_placed_on_them()
    {
        var cluster = Story.Of(2).With("web", 12).Suffers(Old("n-0001", "n-0005")).RunFor(20.Minutes());
        foreach (var name in (string[])["n-0001", "n-0005"])
        {
            var ready = cluster.NodeObject(name).Status.Condition(NodeConditionType.Ready)!;
            Assert.Equal((ConditionStatus.Unknown, "NodeStatusUnknown"), (ready.Status, ready.Reason));
            Assert.Empty(cluster.Cluster.Store.PodsOn(name));
        }

        Assert.Equal(12, cluster.Endpoints("web"));
        Assert.Empty(cluster.Of(ObservationKind.NodeReadyChanged));
        Assert.Empty(cluster.Of(ObservationKind.OutageStarted));
        Assert.Empty(cluster.Of(ObservationKind.PodRemoved));
    }

    [Fact]
    public void They_boot_when_power_is_back_and_take_pods_again()
    {
        var cluster = Story.Of(1)
            .With("web", 3)
            .Suffers(Old("n-0001") with { For = new Constant(5.Minutes()) })
            .With("more", 9, at: 10.Minutes())
            .RunFor(12.Minutes());
        Assert.Equal(ConditionStatus.True, cluster.NodeObject("n-0001").Status.Condition(NodeConditionType.Ready)!.Status);
        Assert.InRange(cluster.Of(ObservationKind.NodeCameBack).Single().At.TotalSeconds, 330, 390);
        Assert.NotEmpty(cluster.Cluster.Store.PodsOn("n-0001"));
    }

    [Fact]
    public void The_daemon_of_a_machine_that_died_long_ago_says_that_it_runs_and_is_not_ready()
    {
        var cluster = Story.Of(1)
            .With(TimeSpan.Zero, Workloads.Daemon("agent"))
            .Suffers(Old("n-0002") with { For = new Constant(5.Minutes()) })
            .RunFor(4.Minutes());
        var dead = Assert.IsType<Pod>(Assert.Single(cluster.Cluster.Store.PodsOn("n-0002")));
        Assert.Equal((PodPhase.Running, false), (dead.Status.Phase, dead.IsReady));
        cluster.RunFor(10.Minutes());
        Assert.True(Assert.IsType<Pod>(Assert.Single(cluster.Cluster.Store.PodsOn("n-0002"))).IsReady);
    }

    private static IReadOnlyList<string> Down(Story cluster) =>
        [.. cluster.Of(ObservationKind.NodeWentDown).Select(fact => fact.Subject).Order()];

    private static OutageSpec PowerLoss(Place where) =>
        new() { Kind = OutageKind.PowerLoss, At = 1.Minutes(), Cluster = "east", Where = where };

    private static OutageSpec Old(params string[] nodes) => PowerLoss(new Place(PlaceScope.Node, nodes)) with { IsOld = true };
}
