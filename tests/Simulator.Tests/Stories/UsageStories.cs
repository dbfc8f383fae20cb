using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>What pods use of their machines, and what they get if there is too little.</summary>
public sealed class UsageStories
{
    private static readonly LoadSpec Costly = new()
    {
        ServiceTime = TimeSpan.FromMilliseconds(20),
        Concurrency = 10,
        CpuPerRequest = TimeSpan.FromMilliseconds(10),
        IdleMilliCpu = 15,
        MemoryPerRequest = 1 << 20,
        MemoryAt = [new(0, 100 << 20), new(100, 200 << 20)],
    };

    [Fact]
    public void Cpu_is_what_requests_cost_and_rest()
    {
        var story = LoadStories.Loaded(Costly, pods: 4, new RateStep(TimeSpan.Zero, 200), new RateStep(1.Minutes(), 400))
            .RunFor(2.Minutes());
        var pod = story.Pods("web")[0];
        Assert.Equal(15 + (100 * 10), story.Cluster.Usage!.MilliCpu(pod), 0.01);
        Assert.Equal((0.015 * 120) + (0.5 * 60) + (1.0 * 60), story.Cluster.Usage.CoreSeconds(pod), 0.01);
        // 100 a second for 20 ms: two requests are in it.
        Assert.Equal((200 << 20) + (2 << 20), story.Cluster.Usage.MemoryBytes(pod), 10_000.0);
    }

    [Fact]
    public void A_limit_is_never_exceeded_and_lets_requests_wait()
    {
        var story = Limited(milliCpu: 515, rate: 40).RunFor(5.Minutes());
        // Half a core serves 50 a second: 40 are fine.
        Assert.Equal(15 + (40 * 10), story.Cluster.Usage!.MilliCpu(story.Pods("web")[0]), 0.01);
        story = Limited(milliCpu: 515, rate: 80).RunFor(5.Minutes());
        Assert.Equal(515, story.Cluster.Usage!.MilliCpu(story.Pods("web")[0]), 0.01);
        Assert.True(story.Observations.Last(fact => fact.Kind == ObservationKind.LatencyChanged).Value > 60_000_000);
    }

    [Fact]
    public void A_demand_is_shared_by_the_pods_that_serve()
    {
        var load = new LoadSpec { CpuDemand = [new(TimeSpan.Zero, 300), new(1.Minutes(), 600)] };
        var story = Story.Of(nodesPerZone: 1)
            .Runs(new ApplicationSpec { Selector = LabelSet.Of(("app", "web")), Load = load })
            .With("web", 3)
            .RunFor(30.Seconds());
        var pod = story.Pods("web")[0];
        Assert.Equal(100, story.Cluster.Usage!.MilliCpu(pod), 0.001);
        story.RunFor(90.Seconds());
        Assert.Equal(200, story.Cluster.Usage.MilliCpu(pod), 0.001);
        Assert.Equal((0.1 * 60) + (0.2 * 60), story.Cluster.Usage.CoreSeconds(pod), 0.001);
    }

    [Fact]
    public void Pods_on_a_full_machine_get_what_they_request()
    {
        // Four cores a machine: one pod of 1000m and one of 500m on each want four and more; the rest goes by their requests.
        var story = Story.Of(nodesPerZone: 1)
            .Runs(new ApplicationSpec { Selector = LabelSet.Of(("app", "web")), Load = Costly })
            .Runs(new ApplicationSpec { Selector = LabelSet.Of(("app", "api")), Load = Costly })
            .With("web", 3, milliCpu: 1000)
            .With("api", 3, milliCpu: 500)
            .WithTraffic("web", new RateStep(TimeSpan.Zero, 3 * 450))
            .WithTraffic("api", new RateStep(TimeSpan.Zero, 3 * 450))
            .RunFor(5.Minutes());
        var usage = story.Cluster.Usage!;
        Assert.Equal(4000 * 2 / 3.0, usage.MilliCpu(story.Pods("web")[0]), 60.0);
        Assert.Equal(4000 / 3.0, usage.MilliCpu(story.Pods("api")[0]), 60.0);
    }

    [Fact]
    public void An_autoscaler_follows_the_load()
    {
        var story = LoadStories.Loaded(
            Costly, pods: 2, new RateStep(TimeSpan.Zero, 10), new RateStep(2.Minutes(), 60), new RateStep(20.Minutes(), 10));
        story.With(TimeSpan.Zero, Autoscalers.Of("web", max: 20)).RunFor(12.Minutes());
        // 60 a second cost 600m, and each pod 15m at rest; a request of 100m, half of it aimed at, within a tenth: 15 to 17 pods.
        Assert.InRange(story.Pods("web").Count, 15, 18);
        story.RunFor(40.Minutes());
        Assert.InRange(story.Pods("web").Count, 2, 5);
    }

    private static Story Limited(long milliCpu, double rate)
    {
        var controller = Workloads.Controller("web", 1, 100);
        var container = controller.Template.Spec.Containers[0] with
        {
            Limits = ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(milliCpu))),
        };
        return Story.Of(nodesPerZone: 1)
            .Runs(new ApplicationSpec { Selector = LabelSet.Of(("app", "web")), Load = Costly })
            .With(TimeSpan.Zero, Workloads.Service("web"), controller with
            {
                Template = controller.Template with { Spec = controller.Template.Spec with { Containers = [container] } },
            })
            .WithTraffic("web", new RateStep(TimeSpan.Zero, rate));
    }
}
