using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>What requests do to the pods that serve them, and what users see of it.</summary>
public sealed class LoadStories
{
    /// <summary>100 requests a second, one after the other.</summary>
    private static readonly LoadSpec Hundred = new() { ServiceTime = TimeSpan.FromMilliseconds(10) };

    [Fact]
    public void Latency_is_that_of_one_queue_a_pod()
    {
        // M/M/1 at 80 of 100 a second: exponential with mean 50 ms.
        var story = Loaded(Hundred, pods: 5, new RateStep(TimeSpan.Zero, 400)).RunFor(10.Minutes());
        var (p50, p95, p99) = LatencyAt(story, "web", 9.Minutes());
        Assert.Equal(0.05 * Math.Log(2), p50, 0.0005);
        Assert.Equal(0.05 * Math.Log(20), p95, 0.002);
        Assert.Equal(0.05 * Math.Log(100), p99, 0.003);
        Assert.Equal((400, 0), story.TrafficAt("web", 9.Minutes()));
    }

    [Fact]
    public void More_than_can_be_served_waits_longer_and_longer_and_is_served_later()
    {
        var story = Loaded(
            Hundred, 5, new RateStep(TimeSpan.Zero, 300), new RateStep(1.Minutes(), 600), new RateStep(3.Minutes(), 300))
                .RunFor(10.Minutes());
        // 20 a second and pod are too many for 120 s: 2,400 wait, which takes 24 s, and 40 a second go away again.
        Assert.InRange(LatencyAt(story, "web", 2.Minutes()).P50, 10, 14);
        Assert.InRange(LatencyAt(story, "web", 3.Minutes()).P50, 22, 26);
        Assert.InRange(LatencyAt(story, "web", 210.Seconds()).P50, 10, 15);
        Assert.InRange(LatencyAt(story, "web", 5.Minutes()).P50, 0, 0.05);
        Assert.Equal(0, story.TrafficAt("web", 3.Minutes()).Failing);
    }

    /// <summary>Working latencies out takes long: after a change the next ones are told together, and none is forgotten.</summary>
    [Fact]
    public void A_flurry_of_changes_is_told_at_its_first_and_a_quarter_of_a_second_later()
    {
        RateStep[] rates =
        [
            new(TimeSpan.Zero, 0), new(1.Minutes(), 100), new(1.Minutes() + TimeSpan.FromMilliseconds(50), 50),
            new(1.Minutes() + TimeSpan.FromMilliseconds(100), 0),
        ];
        var told = Loaded(Hundred, 5, rates).RunFor(2.Minutes()).Of(ObservationKind.LatencyChanged).ToList();
        Assert.Equal([1.Minutes(), 1.Minutes() + TimeSpan.FromMilliseconds(250)], told.Select(fact => fact.At));
        Assert.True(told[0].Value > 0);
        Assert.Equal(0, told[1].Value);
    }

    [Fact]
    public void A_bounded_queue_refuses_what_is_too_much()
    {
        var story = Loaded(Hundred with { QueueMax = 20 }, 5, new RateStep(TimeSpan.Zero, 1000)).RunFor(5.Minutes());
        Assert.Equal(500, story.TrafficAt("web", 4.Minutes()).Failing, 1.0);
        Assert.InRange(LatencyAt(story, "web", 4.Minutes()).P50, 0.15, 0.21);
    }

    [Fact]
    public void A_storm_of_retries_outlives_its_cause_until_users_give_up()
    {
        var client = new ClientSpec { Timeout = 1.Seconds(), Retries = 3 };
        RateStep[] rates = [new(TimeSpan.Zero, 300), new(2.Minutes(), 700), new(3.Minutes(), 300), new(15.Minutes(), 100)];
        var story = Loaded(Hundred with { QueueMax = 500 }, 5, client, rates).RunFor(20.Minutes());
        Assert.Equal(0, story.TrafficAt("web", 115.Seconds()).Failing, 0.1);
        Assert.InRange(story.TrafficAt("web", 14.Minutes()).Failing, 250, 300);
        Assert.Equal(0, story.TrafficAt("web", 19.Minutes()).Failing, 0.1);
    }

    [Fact]
    public void Without_retries_the_same_peak_is_over_when_it_is_over()
    {
        var client = new ClientSpec { Timeout = 1.Seconds() };
        RateStep[] rates = [new(TimeSpan.Zero, 300), new(2.Minutes(), 700), new(3.Minutes(), 300)];
        var story = Loaded(Hundred with { QueueMax = 500 }, 5, client, rates).RunFor(10.Minutes());
        Assert.True(story.TrafficAt("web", 175.Seconds()).Failing > 300);
        Assert.Equal(0, story.TrafficAt("web", 5.Minutes()).Failing, 0.1);
    }

    [Fact]
    public void A_lost_node_loads_the_others()
    {
        var story = Loaded(Hundred, pods: 6, new RateStep(TimeSpan.Zero, 300));
        story.Zone("a").LosesPower(1.Minutes());
        story.RunFor(3.Minutes());
        // Three zones of one node: a third of the requests is lost until the endpoints go, then four pods have 75 each.
        var lost = story.Of(ObservationKind.PodStoppedServing).Count(fact => fact.At == 1.Minutes());
        Assert.Equal(300 * lost / 6.0, story.TrafficAt("web", 70.Seconds()).Failing, 0.1);
        Assert.Equal(0, story.TrafficAt("web", 170.Seconds()).Failing, 0.1);
        var each = 300.0 / (6 - lost);
        Assert.Equal(Math.Log(2) / (100 - each), LatencyAt(story, "web", 170.Seconds()).P50, 0.002);
    }

    [Fact]
    public void A_service_that_calls_another_sends_it_requests()
    {
        var story = Story.Of(nodesPerZone: 1).With("web", 3).With("db", 3)
            .WithTraffic(new TrafficSpec { Services = ["web"], Rate = [new(TimeSpan.Zero, 90)], Calls = [new ServiceCall("db", 2)] })
            .RunFor(1.Minutes());
        Assert.Equal((180, 0), story.TrafficAt("db", 50.Seconds()));
    }

    [Fact]
    public void A_crowd_comes_and_goes_and_noise_is_of_each_service()
    {
        var crowd = new FlashCrowd(2.Minutes(), 5, Rise: 1.Minutes(), For: 2.Minutes(), Fall: 2.Minutes());
        var story = Story.Of(nodesPerZone: 1).With("web", 3).With("api", 3)
            .WithTraffic(new TrafficSpec { Services = ["web"], Rate = [new(TimeSpan.Zero, 100)], Crowds = [crowd] })
            .WithTraffic(new TrafficSpec { Services = ["*"], Rate = [new(TimeSpan.Zero, 100)], Noise = 0.1 })
            .RunFor(10.Minutes());
        Assert.InRange(story.TrafficAt("web", 1.Minutes()).Requests, 150, 250);
        Assert.InRange(story.TrafficAt("web", 4.Minutes()).Requests, 550, 650);
        Assert.InRange(story.TrafficAt("api", 4.Minutes()).Requests, 60, 140);
        Assert.NotEqual(story.TrafficAt("web", 8.Minutes()).Requests - 100, story.TrafficAt("api", 8.Minutes()).Requests);
    }

    internal static Story Loaded(LoadSpec load, int pods, params RateStep[] rates) => Loaded(load, pods, new ClientSpec(), rates);

    private static Story Loaded(LoadSpec load, int pods, ClientSpec client, params RateStep[] rates) => Story.Of(nodesPerZone: 1)
        .Runs(new ApplicationSpec { Selector = LabelSet.Of(("app", "web")), Load = load })
        .With("web", pods)
        .WithTraffic(new TrafficSpec { Services = ["web"], Rate = rates, Client = client });

    /// <summary>Seconds, as told last.</summary>
    private static (double P50, double P95, double P99) LatencyAt(Story story, string service, TimeSpan at)
    {
        var body = Last(story, ObservationKind.LatencyChanged, service, at);
        var tail = Last(story, ObservationKind.LatencyTailChanged, service, at);
        return (body.Value / 1e6, body.Extra / 1e6, tail.Value / 1e6);
    }

    private static Observation Last(Story story, ObservationKind kind, string service, TimeSpan at) =>
        story.Observations.Last(fact => fact.Kind == kind && fact.Subject == $"default/{service}" && fact.At <= at);
}
