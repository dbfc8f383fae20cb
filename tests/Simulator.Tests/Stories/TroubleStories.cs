using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Parameters of troubles: share, rolling, repetition, chance; and the kinds that are told nowhere else.</summary>
public sealed class TroubleStories
{
    [Fact]
    public void A_share_of_a_zone_is_drawn_from_the_seed()
    {
        static string[] Down(ulong seed)
        {
            var cluster = Story.Of(nodesPerZone: 8, seed).With("web", replicas: 24);
            cluster.Suffers(PowerLoss("a") with { Share = 0.5 }).RunFor(2.Minutes());
            return [.. cluster.Of(ObservationKind.NodeWentDown).Select(fact => fact.Subject)];
        }

        Assert.Equal(4, Down(1).Length);
        Assert.Equal(Down(1), Down(1));
        Assert.NotEqual(Down(1), Down(2));
    }

    [Fact]
    public void A_rolling_trouble_takes_one_machine_after_the_other_and_ends_with_the_last()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9);
        cluster.Suffers(PowerLoss("a") with { Kind = OutageKind.NetworkCut, Rolling = 30.Seconds(), For = new Constant(10.Seconds()) })
            .RunFor(5.Minutes());
        Assert.Equal([60, 90, 120], cluster.Of(ObservationKind.NodeWentDown).Select(fact => fact.At.TotalSeconds));
        Assert.Equal([70, 100, 130], cluster.Of(ObservationKind.NodeCameBack).Select(fact => fact.At.TotalSeconds));
        Assert.Equal(130, Assert.Single(cluster.Of(ObservationKind.OutageEnded)).At.TotalSeconds);
    }

    [Fact]
    public void A_repeated_trouble_comes_again()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 6);
        cluster.Suffers(PowerLoss("a") with
        {
            Kind = OutageKind.NetworkCut,
            For = new Constant(20.Seconds()),
            Repeat = new Repetition(2.Minutes(), 3),
        }).RunFor(10.Minutes());
        Assert.Equal(
            [(60, 0), (180, 1), (300, 2)],
            cluster.Of(ObservationKind.OutageStarted).Select(fact => ((int)fact.At.TotalSeconds, (int)fact.Value)));
        Assert.Equal(
            [(80, 0), (200, 1), (320, 2)],
            cluster.Of(ObservationKind.OutageEnded).Select(fact => ((int)fact.At.TotalSeconds, (int)fact.Value)));
    }

    [Fact]
    public void A_reboot_is_over_when_the_machine_answers()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 6);
        cluster.Node("n-0001").Reboots(at: 1.Minutes());
        cluster.RunFor(4.Minutes());
        Assert.Equal(Assert.Single(cluster.Of(ObservationKind.NodeCameBack)).At, Assert.Single(cluster.Of(ObservationKind.OutageEnded)).At);
    }

    [Fact]
    public void What_the_cloud_takes_away_leaves_the_cluster_at_once()
    {
        var flags = new ControllerManagerOptions { CloudProvider = true };
        var cluster = Story.Of(nodesPerZone: 3, flags: flags).With("web", replicas: 9);
        cluster.Suffers(PowerLoss("a") with { Kind = OutageKind.InstanceGone, Where = new Place(PlaceScope.Node, "n-0001") })
            .RunFor(3.Minutes());
        var removed = Assert.Single(cluster.Of(ObservationKind.NodeRemoved));
        Assert.Equal("n-0001", removed.Subject);
        Assert.InRange(removed.At.TotalSeconds, 60 + 30, 60 + 55);
        Assert.Equal(9, cluster.Endpoints("web"));
    }

    [Fact]
    public void Maintenance_goes_through_a_zone_one_node_at_a_time_and_pods_move_out_of_its_way()
    {
        var cluster = Story.Of(nodesPerZone: 3).With("web", replicas: 9);
        cluster.Suffers(PowerLoss("a") with { Kind = OutageKind.Maintenance, For = new Constant(2.Minutes()) }).RunFor(30.Minutes());
        var down = cluster.Of(ObservationKind.NodeWentDown).ToList();
        var back = cluster.Of(ObservationKind.NodeCameBack).ToList();
        Assert.Equal(["n-0001", "n-0004", "n-0007"], down.Select(fact => fact.Subject));
        for (var i = 1; i < down.Count; i++) Assert.True(down[i].At > back[i - 1].At);
        Assert.Equal(9, cluster.Endpoints("web"));
        Assert.Equal(
            ["n-0001", "n-0004", "n-0007"],
            cluster.Of(ObservationKind.NodeUnschedulableChanged).Where(fact => fact.Other == "False").Select(fact => fact.Subject));
        Assert.True(Assert.Single(cluster.Of(ObservationKind.OutageEnded)).At > back[^1].At);
    }

    [Fact]
    public void Two_crews_are_faster_than_one()
    {
        static TimeSpan End(int crews)
        {
            var cluster = Story.Of(nodesPerZone: 4).With("web", replicas: 12);
            cluster.Suffers(PowerLoss("a") with { Kind = OutageKind.Maintenance, AtOnce = crews }).RunFor(1.Hours());
            return Assert.Single(cluster.Of(ObservationKind.OutageEnded)).At;
        }

        Assert.True(End(2) < End(1) - 1.Minutes());
    }

    [Fact]
    public void Machines_fail_and_return_at_the_drawn_rates()
    {
        // Availability of a machine: MTBF / (MTBF + MTTR + boot).
        var cluster = Story.Of(nodesPerZone: 10);
        cluster.Suffers(new RandomOutageSpec
        {
            Kind = OutageKind.NetworkCut,
            Cluster = "east",
            Between = new Exponential(30.Minutes()),
            Lasts = new Exponential(10.Minutes()),
        }).RunFor(6.Hours());
        var downSeconds = 0.0;
        var since = new Dictionary<string, TimeSpan>();
        foreach (var fact in cluster.Observations)
        {
            if (fact.Kind == ObservationKind.NodeWentDown) since[fact.Subject] = fact.At;
            if (fact.Kind == ObservationKind.NodeCameBack && since.Remove(fact.Subject, out var from))
            {
                downSeconds += (fact.At - from).TotalSeconds;
            }
        }

        downSeconds += since.Values.Sum(from => (6.Hours() - from).TotalSeconds);
        Assert.InRange(downSeconds / (30 * 6.Hours().TotalSeconds), 0.25 - 0.04, 0.25 + 0.04);
    }

    [Fact]
    public void Failures_come_in_bursts_if_asked()
    {
        static int Troubles(double burst)
        {
            var cluster = Story.Of(nodesPerZone: 20);
            cluster.Suffers(new RandomOutageSpec
            {
                Cluster = "east",
                Between = new Exponential(10.Hours()),
                Lasts = new Constant(1.Minutes()),
                Burst = burst,
            }).RunFor(5.Hours());
            return cluster.Of(ObservationKind.OutageStarted).Count();
        }

        Assert.True(Troubles(0.5) > 1.5 * Troubles(0));
    }

    [Fact]
    public void Machines_boot_when_the_cloud_can_give_them_power_again()
    {
        foreach (var kind in new[] { OutageKind.CloudDown, OutageKind.OutOfStock })
        {
            var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 6)
                .Suffers(new OutageSpec { Kind = kind, At = 30.Seconds(), For = new Constant(20.Minutes()), Cluster = "east" })
                .Suffers(PowerLoss("a") with { For = new Constant(1.Minutes()) });
            cluster.RunFor(25.Minutes());
            Assert.All(
                cluster.Of(ObservationKind.NodeCameBack),
                back => Assert.InRange(back.At, 20.Minutes() + 60.Seconds(), 20.Minutes() + 121.Seconds()));
            Assert.Equal(2, cluster.Of(ObservationKind.NodeCameBack).Count());
        }
    }

    [Fact]
    public void A_machine_that_lost_its_disk_pulls_its_images_again()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3);
        cluster.Suffers(PowerLoss("a") with { Kind = OutageKind.DiskLoss }).RunFor(10.Minutes());
        Assert.Equal("n-0001", Assert.Single(cluster.Of(ObservationKind.ImagePulled)).Subject);
        Assert.Equal(3, cluster.Endpoints("web"));
        Assert.Single(cluster.Of(ObservationKind.OutageEnded));
    }

    [Fact]
    public void Pods_that_need_a_pull_wait_for_the_registry()
    {
        var cluster = Story.Of(nodesPerZone: 1, start: ClusterStart.Empty, kubelet: new KubeletOptions { ImagesPresent = false })
            .With("web", replicas: 3)
            .Suffers(new OutageSpec
            {
                Kind = OutageKind.RegistryDown,
                At = TimeSpan.Zero,
                For = new Constant(5.Minutes()),
                Cluster = "east",
            });
        cluster.RunFor(5.Minutes());
        Assert.Equal(0, cluster.Endpoints("web"));
        Assert.NotEmpty(cluster.Of(ObservationKind.ImagePullFailed));
        cluster.RunFor(10.Minutes());
        Assert.Equal(3, cluster.Endpoints("web"));
    }

    [Fact]
    public void Full_disks_keep_new_pods_away_and_old_ones_running()
    {
        var cluster = Story.Of(nodesPerZone: 1).With("web", replicas: 3)
            .Suffers(PowerLoss("a") with { Kind = OutageKind.DiskFull, For = new Constant(10.Minutes()) })
            .Does(new ScaleOperation("ReplicationController", new ObjectKey("default", "web"), 9) { At = 3.Minutes(), Cluster = "east" });
        cluster.RunFor(5.Minutes());
        Assert.Equal(9, cluster.Endpoints("web"));
        Assert.Single(cluster.Pods("web"), pod => pod.NodeName == "n-0001");
        Assert.Contains(cluster.Of(ObservationKind.NodeConditionChanged), fact => fact is { Subject: "n-0001", Other: "OutOfDisk=True" });
    }

    [Fact]
    public void A_runtime_that_does_not_answer_makes_its_node_not_ready_after_five_minutes()
    {
        var cluster = Story.Of(nodesPerZone: 2).With("web", replicas: 6);
        cluster.Suffers(PowerLoss("a") with { Kind = OutageKind.RuntimeDown, Where = new Place(PlaceScope.Node, "n-0001") })
            .RunFor(20.Minutes());
        var ready = cluster.Of(ObservationKind.NodeReadyChanged).First();
        Assert.Equal(("n-0001", "False"), (ready.Subject, ready.Other));
        Assert.InRange(ready.At.TotalSeconds, 60 + 300, 60 + 315);
        Assert.DoesNotContain(cluster.Pods("web"), pod => pod.IsActive && pod.NodeName == "n-0001");
    }

    private static OutageSpec PowerLoss(string zone) =>
        new() { Kind = OutageKind.PowerLoss, At = 1.Minutes(), Cluster = "east", Where = new Place(PlaceScope.Zone, zone) };
}
