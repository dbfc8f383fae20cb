using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Programs and machines that hang and go on.</summary>
public sealed class FreezeStories
{
    /// <summary>Measured on the real one: 1 of 57 nodes was marked after a freeze, 12 to 24 after a crash of the API server.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void After_a_freeze_of_the_API_server_nearly_all_heartbeats_are_there(ulong seed)
    {
        var frozen = Story.Of(19, seed).With("web", 57).Suffers(Program("api-server", 1.Minutes(), 5.Minutes())).RunFor(15.Minutes());
        var down = Story.Of(19, seed).With("web", 57).ApiServer().GoesDown(at: 1.Minutes(), lasting: 5.Minutes()).RunFor(15.Minutes());
        Assert.InRange(Marks(frozen), 0, 4);
        Assert.InRange(Marks(down), 10, 57);
        Assert.Empty(frozen.Of(ObservationKind.PodRemoved));
        Assert.Empty(frozen.Of(ObservationKind.ComponentStopped));
    }

    [Fact]
    public void Waiting_heartbeats_land_together_and_go_on_from_there()
    {
        var cluster = Story.Of(19)
            .With("web", 57)
            .Suffers(Program("api-server", 1.Minutes(), 5.Minutes()))
            .RunFor(6.Minutes() - 1.Seconds());
        var nodes = cluster.Cluster.Topology.Nodes.ToList();
        Assert.All(nodes, node => Assert.InRange(node.Heartbeat.Last(6.Minutes() - 1.Seconds())!.Value.SinceStart.TotalSeconds, 49, 60));
        cluster.RunFor(10.Seconds());
        Assert.All(nodes, node => Assert.Equal(360, node.Heartbeat.Last(365.Seconds())!.Value.SinceStart.TotalSeconds));
        Assert.All(nodes, node => Assert.InRange(node.Heartbeat.Next(365.Seconds()).TotalSeconds, 370, 370.15));
    }

    [Fact]
    public void A_short_freeze_concerns_only_the_beats_that_were_due()
    {
        var cluster = Story.Of(4).With("web", 12).Suffers(Program("api-server", 1.Minutes(), 4.Seconds())).RunFor(2.Minutes());
        Assert.InRange(
            cluster.Cluster.Topology.Nodes.Count(node => Math.Abs((node.Heartbeat.Next(70.Seconds()) - 74.Seconds()).TotalSeconds) < 0.16),
            1,
            10);
        Assert.Equal(0, Marks(cluster));
    }

    [Fact]
    public void What_users_ask_of_a_frozen_API_server_waits()
    {
        var cluster = Story.Of(2).With("web", 6).Suffers(Program("api-server", 1.Minutes(), 90.Seconds()))
            .Does(new CordonOperation("n-0001", Unschedulable: true) { At = 70.Seconds(), Cluster = "east" }).RunFor(4.Minutes());
        var done = cluster.Of(ObservationKind.OperationDone).Single();
        Assert.Equal("Ok", done.Other);
        Assert.InRange(done.At.TotalSeconds, 150, 151);
    }

    [Fact]
    public void One_of_three_frozen_API_servers_takes_its_kubelets_along()
    {
        var marked = new List<int>();
        for (var instance = 0; instance < 3; instance++)
        {
            var cluster = Story.Of(3, Masters(3))
                .With("web", 9)
                .Suffers(Program("api-server", 1.Minutes(), 3.Minutes()) with { Instance = instance })
                .RunFor(10.Minutes());
            marked.Add(cluster.Of(ObservationKind.NodeReadyChanged)
                .Where(fact => fact.Other == "Unknown")
                .Select(fact => fact.Subject)
                .Distinct().Count());
            Assert.Equal(9, cluster.Endpoints("web"));
        }

        // The node controller itself is connected to one of them: then nobody notices.
        Assert.Contains(3, marked);
        Assert.All(marked, count => Assert.InRange(count, 0, 3));
    }

    [Fact]
    public void A_frozen_API_server_that_dies_answers_nobody_who_waited()
    {
        var cluster = Story.Of(2).With("web", 6).Suffers(Program("api-server", 1.Minutes(), 5.Minutes()))
            .Suffers(new OutageSpec
            {
                Kind = OutageKind.ApiServerDown,
                At = 2.Minutes(),
                For = new Constant(1.Minutes()),
                Cluster = "east",
            })
            .Does(new CordonOperation("n-0001", Unschedulable: true) { At = 70.Seconds(), Cluster = "east" }).RunFor(20.Minutes());
        var done = cluster.Of(ObservationKind.OperationDone).Single();
        Assert.InRange(done.At.TotalSeconds, 120, 121);
        Assert.NotEqual("Ok", done.Other);
        Assert.Equal(6, cluster.Endpoints("web"));
    }

    [Fact]
    public void A_frozen_scheduler_places_what_has_come_when_it_goes_on()
    {
        var cluster = Story.Of(2)
            .With("web", 6)
            .With("late", 6, at: 2.Minutes())
            .Suffers(Program("scheduler", 1.Minutes(), 3.Minutes()))
            .RunFor(10.Minutes());
        Assert.All(cluster.Of(ObservationKind.PodBound), fact => Assert.InRange(fact.At.TotalSeconds, 240, 242));
        Assert.Equal(6, cluster.Endpoints("late"));
        Assert.Empty(cluster.Of(ObservationKind.ComponentStarted));
    }

    [Fact]
    public void A_frozen_controller_manager_notices_the_dead_when_it_goes_on()
    {
        var cluster = Story.Of(2)
            .With("web", 6)
            .Suffers(Program("controller-manager", 1.Minutes(), 4.Minutes()))
            .Node("n-0001")
            .LosesPower(at: 2.Minutes())
            .RunFor(20.Minutes());
        var marked = cluster.Of(ObservationKind.NodeReadyChanged).First(fact => fact.Subject == "n-0001").At;

        // It sees a newer heartbeat than it knew, and waits 40 s from there.
        Assert.InRange(marked.TotalSeconds, 340, 350);
        Assert.Equal(6, cluster.Endpoints("web"));
    }

    [Fact]
    public void A_leader_that_freezes_loses_its_lease_and_exits_when_it_goes_on()
    {
        var cluster = Story.Of(2, Masters(3))
            .With("web", 6)
            .Suffers(Program("controller-manager", 1.Minutes(), 3.Minutes()) with { Instance = 0 })
            .RunFor(10.Minutes());
        var leads = cluster.Of(ObservationKind.LeaderChanged).Where(fact => fact.Subject == "controller-manager").ToList();
        Assert.InRange(leads[0].At.TotalSeconds, 70, 85);
        Assert.NotEqual("controller-manager-0", leads[0].Other);
        var stopped = cluster.Of(ObservationKind.ComponentStopped).Single();
        Assert.Equal(("controller-manager-0", "lost-lease"), (stopped.Subject, stopped.Other));
        Assert.InRange(stopped.At.TotalSeconds, 240, 252);
    }

    [Fact]
    public void A_frozen_etcd_makes_requests_wait_for_seven_seconds_and_leads_on_without_an_election()
    {
        var cluster = Story.Of(2).With("web", 6).Suffers(Program("etcd", 1.Minutes(), 1.Minutes()))
            .Does(new CordonOperation("n-0001", Unschedulable: true) { At = 70.Seconds(), Cluster = "east" })
            .Does(new CordonOperation("n-0002", Unschedulable: true) { At = 116.Seconds(), Cluster = "east" }).RunFor(5.Minutes());
        var done = cluster.Of(ObservationKind.OperationDone).ToList();
        Assert.InRange(done[0].At.TotalSeconds, 77, 77.1);
        Assert.NotEqual("Ok", done[0].Other);
        Assert.Equal("Ok", done[1].Other);
        Assert.InRange(done[1].At.TotalSeconds, 120, 120.3);
    }

    [Fact]
    public void The_pods_of_a_frozen_machine_pause_and_go_on()
    {
        var cluster = Story.Of(1).With("web", 3).Suffers(Machines(1.Minutes(), 4.Minutes(), "n-0001")).RunFor(10.Minutes());
        var serving = cluster.Observations.Where(fact => fact.At > TimeSpan.Zero
            && fact.Kind is ObservationKind.PodStoppedServing or ObservationKind.PodServing
            && fact.At > TimeSpan.Zero).ToList();
        Assert.Equal(
            [(ObservationKind.PodStoppedServing, 60.0), (ObservationKind.PodServing, 300.0)],
            serving.Select(fact => (fact.Kind, fact.At.TotalSeconds)));
        Assert.Empty(cluster.Of(ObservationKind.ContainerRestarted));
        Assert.Empty(cluster.Of(ObservationKind.PodRemoved));
        Assert.InRange(cluster.Of(ObservationKind.NodeReadyChanged).First().At.TotalSeconds, 90, 110);
        Assert.Equal(3, cluster.Endpoints("web"));
    }

    [Fact]
    public void A_machine_that_is_back_before_anybody_notices_has_only_cost_requests()
    {
        var cluster = Story.Of(1)
            .With("web", 3)
            .WithTraffic("web", new RateStep(TimeSpan.Zero, 90))
            .Suffers(Machines(1.Minutes(), 20.Seconds(), "n-0001"))
            .RunFor(5.Minutes());
        Assert.Empty(cluster.Of(ObservationKind.NodeReadyChanged));
        Assert.Equal(
            (90, 30), (cluster.TrafficAt("web", 70.Seconds()).Requests, Math.Round(cluster.TrafficAt("web", 70.Seconds()).Failing)));
        Assert.Equal(0, cluster.TrafficAt("web", 3.Minutes()).Failing);
    }

    [Theory]
    [InlineData(4, 0, 4)]
    [InlineData(7, 5, 9)]
    public void A_kubelet_that_was_frozen_for_long_sleeps_before_it_stops_what_was_deleted(int minutes, int least, int most)
    {
        var cluster = Story.Of(1, flags: Patient)
            .With("web", 3)
            .Suffers(Machines(1.Minutes(), minutes.Minutes(), "n-0001"))
            .RunFor(90.Seconds());
        cluster.Delete(cluster.Pods("web").Single(pod => pod.NodeName == "n-0001"));
        cluster.RunFor(20.Minutes());
        var gone = cluster.Of(ObservationKind.PodRemoved).First(fact => fact.Other == "n-0001").At;
        Assert.InRange((gone - (minutes + 1).Minutes()).TotalSeconds, least, most);
    }

    [Fact]
    public void Pods_that_were_evicted_meanwhile_are_stopped()
    {
        var cluster = Story.Of(1).With("web", 3).Suffers(Machines(1.Minutes(), 12.Minutes(), "n-0001")).RunFor(30.Minutes());
        Assert.Equal(3, cluster.Pods("web").Count);
        Assert.Empty(cluster.Cluster.Store.PodsOn("n-0001"));
        Assert.Equal(3, cluster.Endpoints("web"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(7)]
    public void The_work_of_containers_stands_still(int minutes)
    {
        var story = Story.Of(1, flags: Patient).With(
            TimeSpan.Zero,
            Workloads.Pod("batch") with { Spec = Workloads.Pod("batch").Spec with { RestartPolicy = "Never", NodeName = "n-0001" } });
        story.Runs(new ApplicationSpec { RunsFor = new Constant(3.Minutes()) });
        story.Suffers(Machines(1.Minutes(), minutes.Minutes(), "n-0001")).RunFor(4.Minutes() + minutes.Minutes());
        var ended = story.Of(ObservationKind.PodStoppedServing).Last().At;
        Assert.InRange(ended.TotalSeconds - (minutes * 60), 180, 182);
    }

    [Fact]
    public void A_frozen_zone_takes_its_masters_along_and_they_come_back()
    {
        var masters = new MasterOptions { Zones = ["a", "b", "c"] };
        var cluster = Story.Of(2, masters)
            .With("web", 6)
            .Suffers(Machines(1.Minutes(), 3.Minutes(), "") with { Where = new Place(PlaceScope.Zone, "a") })
            .RunFor(15.Minutes());
        Assert.Contains(
            cluster.Of(ObservationKind.LeaderChanged),
            fact => fact.Subject == "controller-manager" && fact.Other != "controller-manager-0");
        Assert.Equal(6, cluster.Endpoints("web"));
        Assert.All(cluster.ControlPlane.Components, component => Assert.True(cluster.ControlPlane.IsRunning(component)));
    }

    /// <summary>Nobody is evicted.</summary>
    private static ControllerManagerOptions Patient { get; } = new()
    {
        Nodes = new NodeLifecycleOptions { PodEvictionTimeout = 5.Hours() },
    };

    private static int Marks(Story cluster) => cluster.Of(ObservationKind.NodeReadyChanged).Count(fact => fact.Other == "Unknown");

    private static MasterOptions Masters(int count) => new() { Zones = [.. Enumerable.Repeat("", count)] };

    private static OutageSpec Program(string program, TimeSpan at, TimeSpan lasting) =>
        new() { Kind = OutageKind.ProgramFreeze, At = at, For = new Constant(lasting), Cluster = "east", Program = program };

    private static OutageSpec Machines(TimeSpan at, TimeSpan lasting, params string[] nodes) =>
        new()
        {
            Kind = OutageKind.Freeze,
            At = at,
            For = new Constant(lasting),
            Cluster = "east",
            Where = new Place(PlaceScope.Node, nodes),
        };
}
