using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Troubles of the ways that requests go, as a scenario has them: what users see of each, and that it ends.</summary>
public sealed class NetworkTroubleStories
{
    private static readonly RateStep Hundred = new(TimeSpan.Zero, 100);

    [Fact]
    public void A_partition_of_two_zones_fails_what_goes_between_them()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 60).WithTraffic("web", Hundred)
            .Suffers(Of(OutageKind.ZonePartition, lasting: 2.Minutes()) with { Zones = new ZonePair("a", "b") }).RunFor(4.Minutes());
        var (a, b, _) = story.Spread("web");
        Assert.Equal((100, 0), story.TrafficAt("web", 59.Seconds()));
        Assert.Equal(100 * (a + b) / 180.0, story.TrafficAt("web", 2.Minutes()).Failing, 3);
        Assert.Equal((100, 0), story.TrafficAt("web", 3.Minutes()));
        Assert.Empty(story.Of(ObservationKind.NodeReadyChanged));
    }

    [Fact]
    public void A_cut_cluster_fails_its_users_as_long_as_the_longest_cut()
    {
        var story = Story.Of(nodesPerZone: 2).With("web", 6).With("db", 6).WithTraffic("web", Hundred)
            .WithTraffic(new TrafficSpec { Services = ["db"], Rate = [Hundred], From = TrafficSource.Inside })
            .Suffers(Of(OutageKind.ClusterCut, lasting: 2.Minutes()))
                .Suffers(Of(OutageKind.ClusterCut, lasting: 5.Minutes()))
                .RunFor(7.Minutes());
        Assert.Equal((100, 0), story.TrafficAt("web", 59.Seconds()));
        Assert.Equal((100, 100), story.TrafficAt("web", 4.Minutes()));
        Assert.Equal((100, 0), story.TrafficAt("db", 4.Minutes()));
        Assert.Equal((100, 0), story.TrafficAt("web", 6.Minutes()));
        Assert.DoesNotContain(story.Of(ObservationKind.TrafficChanged), fact => fact.Subject == "default/db");
    }

    [Fact]
    public void A_lost_load_balancer_fails_the_users_of_its_service_alone()
    {
        var story = Story.Of(nodesPerZone: 2).With("web", 6).With("db", 6).WithTraffic("web", Hundred).WithTraffic("db", Hundred)
            .Suffers(Of(OutageKind.BalancerLost, lasting: 2.Minutes()) with { Service = "default/web" })
            .Suffers(Of(OutageKind.BalancerLost, lasting: 1.Minutes()) with { At = 4.Minutes() })
            .RunFor(6.Minutes());
        Assert.Equal((100, 100), story.TrafficAt("web", 2.Minutes()));
        Assert.Equal((100, 0), story.TrafficAt("db", 2.Minutes()));
        Assert.Equal((100, 0), story.TrafficAt("web", 210.Seconds()));
        Assert.Equal((100, 100), story.TrafficAt("web", 270.Seconds()));
        Assert.Equal((100, 100), story.TrafficAt("db", 270.Seconds()));
        Assert.Equal((100, 0), story.TrafficAt("db", 330.Seconds()));
    }

    [Fact]
    public void Stale_DNS_names_dead_pods_until_it_is_fresh_and_answers_are_old()
    {
        var story = Story.Of(nodesPerZone: 20)
            .With("web", 60)
            .WithTraffic(new TrafficSpec { Services = ["web"], Rate = [Hundred], Through = TrafficWay.Dns })
            .Suffers(Of(OutageKind.DnsStale, lasting: 9.Minutes()));
        story.Node("n-0001").LosesPower(at: 2.Minutes());
        story.RunFor(11.Minutes());
        var dead = story.Observations.Count(fact => fact.Kind == ObservationKind.PodStoppedServing && fact.At == 2.Minutes());
        Assert.True(dead > 0);
        Assert.Equal(100 * dead / 60.0, story.TrafficAt("web", 599.Seconds()).Failing, 3);
        Assert.Equal(0, story.TrafficAt("web", 631.Seconds()).Failing);
    }

    [Fact]
    public void A_machine_that_is_taken_away_sends_nothing_more()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 60).WithTraffic("web", Hundred)
            .Suffers(Of(OutageKind.InstanceGone, null) with { At = 4.Minutes(), Where = new Place(PlaceScope.Node, "n-0001") });
        story.Node("n-0001").IsCutOff(at: 1.Minutes());
        story.Node("n-0002").LosesPower(at: 2.Minutes());
        story.RunFor(5.Minutes());
        Assert.True(story.TrafficAt("web", 239.Seconds()).Failing > 0);
        Assert.Equal((100, 0), story.TrafficAt("web", 5.Minutes()));
    }

    /// <summary>After a minute.</summary>
    private static OutageSpec Of(OutageKind kind, TimeSpan? lasting) =>
        new() { Kind = kind, At = 1.Minutes(), For = lasting is { } length ? new Constant(length) : null, Cluster = "east" };
}
