using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Versions;
using Simulator.World.Observations;
using Simulator.World.Running;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Services that get a load balancer from the cloud.</summary>
public sealed class CloudStories
{
    private static readonly ControllerManagerOptions WithCloud = new() { CloudProvider = true };

    [Fact]
    public void Balancer_comes_after_the_clouds_time_and_its_address_stands_in_the_service()
    {
        var cluster = Balanced(at: 1.Seconds()).RunFor(2.Minutes());
        var ready = Assert.Single(cluster.Of(ObservationKind.LoadBalancerReady));
        Assert.InRange(ready.At.TotalSeconds, 31, 92);
        Assert.Equal(("default/web", ready.Other), (ready.Subject, Assert.Single(Service(cluster).LoadBalancerIngress)));
        Assert.Equal(["n-0001", "n-0002", "n-0003"], Assert.Single(cluster.Cluster.Cloud.LoadBalancers).Hosts);
    }

    [Fact]
    public void No_two_clusters_of_a_run_have_an_address_in_common()
    {
        var east = new ClusterSpec
        {
            Name = "east",
            Zones = ["a"],
            NodePools = [new NodePoolSpec { Name = "n", Count = 1, Capacity = Workloads.Machine }],
            ControllerManager = WithCloud,
            Workloads = [new WorkloadSpec(TimeSpan.Zero, [Workloads.Service("web") with { Type = "LoadBalancer" }])],
        };
        var run = new ScenarioRun(
            new Scenario { Name = "two", Duration = 1.Minutes(), Clusters = [east, east with { Name = "west" }] });
        run.Start();
        Assert.Equal(
            ["198.18.0.1", "198.18.16.1"], run.Clusters.Select(cluster => Assert.Single(cluster.Cloud.LoadBalancers).Address));
    }

    [Fact]
    public void Without_a_cloud_provider_it_never_comes()
    {
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty)
            .With(1.Seconds(), Workloads.Service("web") with { Type = "LoadBalancer" })
            .RunFor(5.Minutes());
        Assert.Empty(Service(cluster).LoadBalancerIngress);
    }

    [Fact]
    public void While_the_cloud_is_down_the_controller_tries_in_doubling_intervals()
    {
        var cluster = Balanced(at: 10.Seconds());
        cluster.RunFor(5.Seconds());
        cluster.Cluster.Cloud.IsUp = false;

        // Tried at 10 s, and after failures of a second each 5, 10, 20, 40 and 80 s later: 10, 16, 27, 48, 89, 170 s.
        cluster.RunFor(140.Seconds());
        cluster.Cluster.Cloud.IsUp = true;
        cluster.RunFor(20.Seconds());
        Assert.Empty(cluster.Cluster.Cloud.LoadBalancers);
        cluster.RunFor(100.Seconds());
        Assert.InRange(Assert.Single(cluster.Of(ObservationKind.LoadBalancerReady)).At.TotalSeconds, 200, 262);
        Assert.Single(Service(cluster).LoadBalancerIngress);
    }

    [Fact]
    public void A_cloud_that_goes_down_while_it_provisions_has_not_provisioned()
    {
        var cluster = Balanced(at: 1.Seconds()).RunFor(20.Seconds());
        cluster.Cluster.Cloud.IsUp = false;
        cluster.RunFor(75.Seconds());
        Assert.Empty(cluster.Cluster.Cloud.LoadBalancers);
    }

    [Fact]
    public void Nodes_that_fail_or_are_cordoned_leave_the_balancer_within_seconds_of_being_noticed()
    {
        var cluster = Balanced(at: 1.Seconds());
        cluster.Node("n-0002").LosesPower(at: 3.Minutes());
        cluster.RunFor(3.Minutes());
        Assert.Equal(3, Assert.Single(cluster.Cluster.Cloud.LoadBalancers).Hosts.Count);
        cluster.RunFor(1.Minutes() + 5.Seconds());
        Assert.Equal(["n-0001", "n-0003"], Assert.Single(cluster.Cluster.Cloud.LoadBalancers).Hosts);
    }

    [Fact]
    public void A_deleted_service_gives_its_balancer_back()
    {
        var cluster = Balanced(at: 1.Seconds()).RunFor(2.Minutes());
        cluster.Cluster.Server.Execute(new DeleteRequest("Service", new ObjectKey("default", "web")), Instant.FromSeconds(120));
        cluster.RunFor(5.Seconds());
        Assert.Empty(cluster.Cluster.Cloud.LoadBalancers);
    }

    [Fact]
    public void Settled_services_have_their_balancer_from_the_start()
    {
        var cluster = Story.Of(nodesPerZone: 1, flags: WithCloud)
            .With(TimeSpan.Zero, Workloads.Service("web") with { Type = "LoadBalancer" })
            .RunFor(1.Minutes());
        Assert.Single(Service(cluster).LoadBalancerIngress);
        Assert.Equal(3, Assert.Single(cluster.Cluster.Cloud.LoadBalancers).Hosts.Count);
    }

    private static Story Balanced(TimeSpan at) =>
        Story.Of(nodesPerZone: 1, start: ClusterStart.Empty, flags: WithCloud)
            .With(at, Workloads.Service("web") with { Type = "LoadBalancer" });

    private static Service Service(Story cluster) => cluster.Cluster.Store.Find<Service>("Service", new ObjectKey("default", "web"))!;
}
