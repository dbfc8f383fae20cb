using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Troubles of the control plane, as a scenario has them.</summary>
public sealed class ProgramTroubleStories
{
    [Fact]
    public void Without_a_scheduler_nothing_is_placed_until_it_is_back()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 3)
            .Suffers(Of(OutageKind.SchedulerDown, 5.Minutes()))
            .Does(new ScaleOperation("ReplicationController", new ObjectKey("default", "web"), 6) { At = 2.Minutes(), Cluster = "east" });
        cluster.RunFor(5.Minutes() + 59.Seconds());
        Assert.Equal((6, 3), (cluster.Pods("web").Count, cluster.Endpoints("web")));
        cluster.RunFor(21.Seconds());
        Assert.Equal(6, cluster.Endpoints("web"));
    }

    [Fact]
    public void Without_a_controller_manager_nothing_is_repaired_and_pods_go_on_serving()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 6)
            .Suffers(Of(OutageKind.ControllerManagerDown, 10.Minutes()));
        cluster.Node("n-0001").LosesPower(at: 2.Minutes());
        cluster.RunFor(10.Minutes());
        Assert.Equal(6, cluster.Endpoints("web"));
        Assert.Empty(cluster.Of(ObservationKind.NodeReadyChanged));
        cluster.RunFor(8.Minutes());
        Assert.Equal(6, cluster.Pods("web").Count(pod => pod.IsReady && pod.NodeName != "n-0001"));
    }

    [Fact]
    public void Without_etcd_nothing_is_written()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 6).Suffers(Of(OutageKind.EtcdDown, 3.Minutes()))
            .Does(new ScaleOperation("ReplicationController", new ObjectKey("default", "web"), 9) { At = 2.Minutes(), Cluster = "east" });
        cluster.RunFor(10.Minutes());
        Assert.NotEqual("Ok", Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other);
        Assert.Equal(6, cluster.Endpoints("web"));
        Assert.DoesNotContain(cluster.Of(ObservationKind.PodDeletionMarked), _ => true);
    }

    [Fact]
    public void A_slow_API_server_makes_marking_slow()
    {
        static TimeSpan LastMarking(double factor)
        {
            var cluster = Story.Of(nodesPerZone: 4)
                .With("web", replicas: 48)
                .Suffers(Of(OutageKind.ApiServerSlow, 50.Minutes()) with { Factor = factor });
            cluster.Zone("a").LosesPower(at: 2.Minutes());
            cluster.RunFor(50.Minutes());
            return cluster.Of(ObservationKind.NodeReadyChanged).Last().At;
        }

        Assert.InRange(LastMarking(200), LastMarking(1) + 20.Seconds(), 40.Minutes());
    }

    [Fact]
    public void Two_outages_of_one_program_end_with_the_later_one()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Suffers(Of(OutageKind.ApiServerDown, 4.Minutes()))
            .Suffers(Of(OutageKind.ApiServerDown, 1.Minutes()) with { At = 2.Minutes() })
            .Does(new DeleteOperation("Service", new ObjectKey("default", "web")) { At = 4.Minutes(), Cluster = "east" });
        cluster.RunFor(6.Minutes());
        Assert.StartsWith("The connection to the server east was refused", Assert.Single(cluster.Of(ObservationKind.OperationDone)).Other);
    }

    [Fact]
    public void A_region_takes_its_control_plane_along_and_everything_returns()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 6)
            .Suffers(Of(OutageKind.PowerLoss, 10.Minutes()) with { Where = new Place(PlaceScope.Region, "") });
        cluster.RunFor(30.Minutes());
        Assert.Equal(
            ["api-server-0", "controller-manager-0", "etcd-0", "scheduler-0"],
            cluster.Of(ObservationKind.ComponentStopped).Select(fact => fact.Subject).Order(StringComparer.Ordinal));
        Assert.Empty(cluster.Of(ObservationKind.PodDeletionMarked));
        Assert.Equal(6, cluster.Endpoints("web"));
        Assert.All(cluster.Pods("web"), pod => Assert.Equal(1, pod.Status.ContainerRestarts.Sum()));
    }

    [Fact]
    public void What_an_overrun_API_server_refuses_is_said_again()
    {
        var cluster = Story.Of(nodesPerZone: 20, new MasterOptions(), apiServer: new ApiServerOptions { MaxRequestsInflight = 2 })
            .With("web", replicas: 600)
            .Suffers(Of(OutageKind.PowerLoss, 10.Minutes()) with { Where = new Place(PlaceScope.Region, "") });
        cluster.RunFor(40.Minutes());
        Assert.Equal(600, cluster.Endpoints("web"));
    }

    private static OutageSpec Of(OutageKind kind, TimeSpan lasting) =>
        new() { Kind = kind, At = 1.Minutes(), For = new Constant(lasting), Cluster = "east" };
}
