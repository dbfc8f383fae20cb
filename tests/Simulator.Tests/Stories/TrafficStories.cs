using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>What users see: requests that fail between what happens and what proxies and DNS know of it.</summary>
public sealed class TrafficStories
{
    private static readonly RateStep Hundred = new(TimeSpan.Zero, 100);

    private static readonly TimeSpan Lost = 60.Seconds();

    [Fact]
    public void Nothing_fails_while_nothing_happens()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 600).WithTraffic("web", Hundred).RunFor(1.Hours());
        Assert.Equal((100, 0), story.TrafficAt("web", 1.Hours()));
        Assert.Single(story.Observations, fact => fact.Kind == ObservationKind.TrafficChanged);
    }

    [Fact]
    public void A_lost_zone_costs_a_third_of_the_requests_until_its_endpoints_are_gone()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 600).WithTraffic("web", Hundred);
        story.Zone("a").LosesPower(Lost);
        story.RunFor(3.Minutes());
        var dead = story.Observations.Count(fact => fact.Kind == ObservationKind.PodStoppedServing);
        Assert.Equal(100 * dead / 600.0, story.TrafficAt("web", Lost + 30.Seconds()).Failing, 3);
        Assert.InRange(story.TrafficAt("web", Lost + 30.Seconds()).Failing, 32, 35);
        var healed = story.Of(ObservationKind.TrafficChanged).First(fact => fact.At > Lost && fact.Extra == 0).At - Lost;
        Assert.InRange(healed.TotalSeconds, 40, 52);
        Assert.All(story.Of(ObservationKind.TrafficChanged), fact => Assert.Equal(100_000, fact.Value));
    }

    [Fact]
    public void Users_of_a_service_that_was_deleted_get_no_answer_until_it_is_there_again()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 60).WithTraffic("web", Hundred).RunFor(1.Minutes());
        story.Delete("Service", "web");
        story.RunFor(1.Minutes());
        Assert.Equal((100, 100), story.TrafficAt("web", 110.Seconds()));
        story.Create(new Service
        {
            Metadata = new ObjectMeta { Name = "web", Namespace = "default" },
            Selector = LabelSet.Of(("app", "web")),
            Ports = [new ServicePort("", 80, "TCP", "80")],
        });
        story.RunFor(1.Minutes());
        Assert.Equal((100, 0), story.TrafficAt("web", 3.Minutes()));
    }

    [Fact]
    public void Proxies_hear_of_a_change_one_group_after_the_other()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 60).WithTraffic("web", Hundred);
        story.Node("n-0001").LosesPower(Lost);
        story.RunFor(3.Minutes());
        var removed = story.Of(ObservationKind.EndpointsChanged).First(fact => fact.At > Lost).At;
        Assert.True(story.TrafficAt("web", removed).Failing > 0);
        Assert.Equal(0, story.TrafficAt("web", removed + 1.Seconds()).Failing);
        Assert.InRange(story.Of(ObservationKind.TrafficChanged).Count(fact => fact.At > removed && fact.At < removed + 1.Seconds()), 2, 8);
    }

    [Fact]
    public void A_node_without_its_API_server_serves_on_and_sends_to_pods_that_are_dead()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 60).WithTraffic("web", Hundred);
        story.Zone("a").IsCutOff(at: 10.Seconds());
        story.Zone("b").LosesPower(Lost);
        story.RunFor(3.Minutes());
        Assert.Equal(0, story.TrafficAt("web", 50.Seconds()).Failing);
        var dead = story.Observations.Count(fact => fact.Kind == ObservationKind.PodStoppedServing && fact.At == Lost);
        Assert.Equal(100 * 0.5 * dead / 60.0, story.TrafficAt("web", 150.Seconds()).Failing, 3);
    }

    [Fact]
    public void Zones_that_are_cut_from_each_other_fail_each_other()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 60).WithTraffic("web", Hundred).RunFor(1.Minutes());
        var (a, b, _) = story.Spread("web");
        story.Cluster.Network.Cut("a", "b");
        story.Cluster.Network.Cut("b", "a");
        story.RunFor(10.Seconds());
        Assert.Equal(100 * (a + b) / 180.0, story.TrafficAt("web", 70.Seconds()).Failing, 3);
        story.Cluster.Network.Mend("a", "b");
        story.RunFor(10.Seconds());
        Assert.True(story.TrafficAt("web", 80.Seconds()).Failing > 0);
        story.Cluster.Network.Mend("a", "b");
        story.RunFor(10.Seconds());
        Assert.Equal(0, story.TrafficAt("web", 90.Seconds()).Failing);
    }

    [Fact]
    public void A_cluster_that_is_cut_off_fails_users_and_not_its_own_pods()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 60).With("db", 6).WithTraffic("web", Hundred)
            .WithTraffic(new TrafficSpec { Services = ["d*"], Rate = [Hundred], From = TrafficSource.Inside }).RunFor(1.Minutes());
        story.Cluster.Network.CutFromOutside();
        story.RunFor(1.Minutes());
        Assert.Equal((100, 100), story.TrafficAt("web", 2.Minutes()));
        Assert.Equal((100, 0), story.TrafficAt("db", 2.Minutes()));
    }

    [Fact]
    public void DNS_answers_are_used_until_their_TTL_is_over()
    {
        var story = Story.Of(nodesPerZone: 20)
            .With("web", 60)
            .WithTraffic(new TrafficSpec { Services = ["web"], Rate = [Hundred], Through = TrafficWay.Dns });
        story.Node("n-0001").LosesPower(Lost);
        story.RunFor(3.Minutes());
        var removed = story.Of(ObservationKind.EndpointsChanged).First(fact => fact.At > Lost).At;
        var before = story.TrafficAt("web", removed).Failing;
        Assert.True(before > 0);
        Assert.InRange(story.TrafficAt("web", removed + 15.Seconds()).Failing, before * 0.3, before * 0.7);
        Assert.Equal(0, story.TrafficAt("web", removed + 31.Seconds()).Failing);
    }

    [Fact]
    public void Stale_DNS_goes_on_naming_dead_pods()
    {
        var story = Story.Of(nodesPerZone: 20)
            .With("web", 60)
            .WithTraffic(new TrafficSpec { Services = ["web"], Rate = [Hundred], Through = TrafficWay.Dns });
        story.Node("n-0001").LosesPower(Lost);
        story.RunFor(Lost);
        story.Cluster.Dns.GoStale();
        story.RunFor(3.Minutes());
        Assert.True(story.TrafficAt("web", 4.Minutes()).Failing > 0);
        story.Cluster.Dns.Recover();
        story.RunFor(31.Seconds());
        Assert.Equal(0, story.TrafficAt("web", 271.Seconds()).Failing);
    }

    [Fact]
    public void A_grey_node_fails_its_share()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 60).WithTraffic("web", Hundred).RunFor(1.Minutes());
        var node = story.Pods("web")[0].NodeName;
        var on = story.Pods("web").Count(pod => pod.NodeName == node);
        story.Cluster.Topology.Find(node)!.FailingShare = 0.25;
        story.RunFor(1.Minutes());
        Assert.Equal(100 * 0.25 * on / 60.0, story.TrafficAt("web", 2.Minutes()).Failing, 3);
    }

    [Fact]
    public void A_grey_node_fails_what_it_answers_too_late_by_the_worst_of_its_slowdowns()
    {
        var story = Story.Of(nodesPerZone: 20).With("web", 60).WithTraffic("web", Hundred)
            .Suffers(SlowNode("n-0001", factor: 20, from: 1.Minutes(), to: 3.Minutes()))
            .Suffers(SlowNode("n-0001", factor: 5, from: 2.Minutes(), to: 5.Minutes())).RunFor(6.Minutes());
        var on = story.Pods("web").Count(pod => pod.NodeName == "n-0001");
        Assert.True(on > 0);
        Assert.Equal(100 * on / 60.0, story.TrafficAt("web", 90.Seconds()).Failing, 3);
        Assert.Equal(100 * on / 60.0, story.TrafficAt("web", 150.Seconds()).Failing, 3);
        Assert.Equal(0, story.TrafficAt("web", 4.Minutes()).Failing);
        Assert.Equal(0, story.TrafficAt("web", 5.Minutes()).Failing);
    }

    [Fact]
    public void Without_a_live_node_everything_fails()
    {
        var story = Story.Of(nodesPerZone: 1).With("web", 3).WithTraffic("web", Hundred);
        foreach (var zone in new[] { "a", "b", "c" }) story.Zone(zone).LosesPower(Lost);
        story.RunFor(2.Minutes());
        Assert.Equal((100, 100), story.TrafficAt("web", 2.Minutes()));
    }

    [Fact]
    public void Rates_follow_their_steps_and_begin_with_the_service()
    {
        var story = Story.Of(nodesPerZone: 20).With("late", 3, at: 5.Minutes())
            .WithTraffic("late", new RateStep(TimeSpan.Zero, 1), new RateStep(1.Minutes(), 7), new RateStep(10.Minutes(), 9))
                .RunFor(20.Minutes());
        Assert.Equal(0, story.TrafficAt("late", 4.Minutes()).Requests);
        Assert.Equal((7, 0), story.TrafficAt("late", 6.Minutes()));
        Assert.Equal((9, 0), story.TrafficAt("late", 20.Minutes()));
    }

    private static OutageSpec SlowNode(string node, double factor, TimeSpan from, TimeSpan to) => new()
    {
        Kind = OutageKind.SlowNode,
        At = from,
        For = new Constant(to - from),
        Factor = factor,
        Cluster = "east",
        Where = new Place(PlaceScope.Node, node),
    };
}
