using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>A node of 15 GiB whose containers want more than that: the kernel kills.</summary>
public sealed class MemoryStories
{
    private const long Gibi = 1L << 30;

    private const ObservationKind Killed = ObservationKind.ContainerOutOfMemory;

    private static ApplicationSpec Using(string name, double gibibytes, double growth = 0) =>
        Containers.App(name) with { Memory = (long)(gibibytes * Gibi), MemoryGrowsPerHour = (long)(growth * Gibi) };

    private static Story Of(params ReadOnlySpan<ApplicationSpec> applications)
    {
        var story = Containers.Story();
        foreach (var application in applications) story.Runs(application);
        return story;
    }

    private static Container Guaranteed(long mebibytes)
    {
        var amounts =
            ResourceList.Of((ResourceNames.Cpu, Quantity.FromMilli(100)), (ResourceNames.Memory, Quantity.FromUnits(mebibytes << 20)));
        return Containers.Container() with { Requests = amounts, Limits = amounts };
    }

    /// <summary>
    /// 6 + 4 + 2 GiB, and the third grows by a gibibyte an hour: full after three hours. It is the best-effort pod that goes, though it
    /// uses least.
    /// </summary>
    [Fact]
    public void A_full_node_kills_the_best_effort_container_and_restarts_it_with_a_back_off()
    {
        var story = Of(Using("sure", 6), Using("some", 4), Using("free", 2, growth: 1)).With(
            0.Seconds(),
            Containers.Pod("sure", "Always", Guaranteed(7000)),
            Containers.Pod("some", "Always", Containers.Using(1024)),
            Containers.Pod("free")).RunFor(4.Hours());
        var killed = Assert.Single(story.Of(Killed));
        Assert.Equal(("default/free", Containers.Node, 1L), (killed.Subject, killed.Other, killed.Extra));
        Assert.InRange(killed.At.TotalHours, 3, 3.01);
        Assert.InRange(killed.Value, 5 * Gibi, (5 * Gibi) + 100);
        Assert.Equal("OOMKilled", Assert.Single(story.Of(ObservationKind.ContainerRestarted)).Other);
        Assert.True(story.Pods("free").Single().IsReady);
    }

    /// <summary>Its memory starts anew with it.</summary>
    [Fact]
    public void What_is_killed_begins_with_what_it_starts_with_and_fills_the_node_again()
    {
        var story = Of(Using("sure", 10), Using("free", 2, growth: 3))
            .With(0.Seconds(), Containers.Pod("sure", "Always", Guaranteed(11_000)), Containers.Pod("free"))
            .RunFor(4.Hours());
        Assert.Equal([1, 2, 3], story.Of(Killed).Select(fact => Math.Round(fact.At.TotalHours, 2)));
    }

    /// <summary>Adjustment and use: 1000 - 1000 x request / capacity, and a point for each thousandth of the machine in use.</summary>
    [Theory]
    [InlineData(8_000, 8, 1_000, 5, "b")]
    [InlineData(1_000, 5, 8_000, 8, "a")]
    [InlineData(4_000, 8, 1_000, 4, "a")]
    [InlineData(4_000, 8, 4_000, 4, "a")]
    public void Among_burstable_containers_the_one_goes_that_uses_most_beyond_its_request(
        int requestOfA, int useOfA, int requestOfB, int useOfB, string killed)
    {
        var story = Of(Using("a", useOfA), Using("b", useOfB), Using("c", 0.1, growth: 5)).With(
            0.Seconds(),
            Containers.Pod("a", "Always", Containers.Using(requestOfA)),
            Containers.Pod("b", "Always", Containers.Using(requestOfB)),
            Containers.Pod("c", "Always", Guaranteed(4_000))).RunFor(36.Minutes());
        Assert.Equal($"default/{killed}", story.Of(Killed).First().Subject);
    }

    [Fact]
    public void Guaranteed_containers_go_when_nobody_else_is_left()
    {
        var story = Of(Using("a", 9), Using("b", 7))
            .With(0.Seconds(), Containers.Pod("a", "Always", Guaranteed(9_500)), Containers.Pod("b", "Always", Containers.Using(100)))
            .RunFor(1.Minutes());
        Assert.All(story.Of(Killed), fact => Assert.Equal("default/b", fact.Subject));
        story = Of(Using("a", 8), Using("b", 8))
            .With(0.Seconds(), Containers.Pod("a", "Always", Guaranteed(100)), Containers.Pod("b", "Always", Guaranteed(100)))
            .RunFor(5.Seconds());
        Assert.All(story.Of(Killed), fact => Assert.Equal(0, fact.Extra));
    }

    /// <summary>Also at once, and without any growth; the node has room.</summary>
    [Theory]
    [InlineData(600, 0, 0.5)]
    [InlineData(100, 400, 3600.5)]
    public void Above_its_own_limit_a_container_is_killed_alone(int mebibytes, int growth, double after)
    {
        var application = Containers.App("web") with { Memory = (long)mebibytes << 20, MemoryGrowsPerHour = (long)growth << 20 };
        var pod = Containers.Pod("web", "Always", Containers.Using(100, "a", limit: 500), Containers.Using(100, "b", limit: 5000));
        var story = Of(application).With(0.Seconds(), pod).RunFor(TimeSpan.FromSeconds(after + 5));
        var killed = story.Of(Killed).First();
        Assert.Equal(("default/web", Containers.Node, 0L), (killed.Subject, killed.Other, killed.Extra));
        Assert.InRange(killed.At.TotalSeconds, after, after + 0.1);
        Assert.Equal(0, story.Pods("web").Single().Status.ContainerRestarts[1]);
    }

    [Fact]
    public void At_its_limit_exactly_it_lives() =>
        Assert.Empty(Of(Using("web", 1)).With(
            0.Seconds(), Containers.Pod("web", "Always", Containers.Using(100, limit: 1024))).RunFor(1.Hours()).Of(Killed));

    [Fact]
    public void An_orphan_that_is_still_stopping_uses_memory()
    {
        var story = Of(Using("old", 8) with { StopsIn = Containers.Always(20) }, Using("new", 8))
            .With(0.Seconds(), Containers.Pod("old", "Always", Containers.Using(100)))
            .With(15.Seconds(), Containers.Pod("new"));
        story.Does(new DeleteOperation("Pod", new ObjectKey("default", "old"), TimeSpan.Zero) { At = 10.Seconds(), Cluster = "east" })
            .RunFor(1.Minutes());
        Assert.NotEmpty(story.Of(Killed));
        Assert.All(story.Of(Killed), fact => Assert.True(fact.At.TotalSeconds < 30 && fact.Subject == "default/new"));
        Assert.True(story.Pods("new").Single().IsReady);
    }

    [Fact]
    public void Eviction_comes_before_the_kernel_if_the_kubelet_keeps_some_memory_free()
    {
        var story = Containers.Story(new KubeletOptions { EvictionHardMemory = 100 << 20 }).Runs(Using("free", 2, growth: 1))
            .With(
                0.Seconds(),
                [.. Enumerable.Range(0, 3).Select(i => Containers.Pod($"p{i}") with
                {
                    Metadata = new ObjectMeta { Name = $"p{i}", Namespace = "default", Labels = LabelSet.Of(("app", "free")) },
                })]).RunFor(4.Hours());
        Assert.Empty(story.Of(Killed));
        Assert.NotEmpty(story.Of(ObservationKind.PodEvictedByKubelet));
    }

    /// <summary>A hard eviction leaves nothing to a container that ignores the signal.</summary>
    [Fact]
    public void An_evicted_pod_is_killed_at_once()
    {
        var story = Containers.Story(new KubeletOptions { EvictionHardMemory = Gibi })
            .Runs(Using("free", 14.5) with { IgnoresStop = true })
            .With(0.Seconds(), Containers.Pod("free"))
            .RunFor(1.Minutes());
        var evicted = Assert.Single(story.Of(ObservationKind.PodEvictedByKubelet)).At;
        Assert.Equal(evicted.TotalSeconds, Assert.Single(story.Times(ObservationKind.PodStoppedServing, "free")));
    }

    /// <summary>No event of a node whose memory cannot run out.</summary>
    [Fact]
    public void Nothing_is_looked_at_before_it_is_full()
    {
        var story = Of(Using("free", 1, growth: 0.001)).With(0.Seconds(), Containers.Pod("free")).RunFor(1.Minutes());
        var before = story.EventCount;
        story.RunFor(1.Hours());
        var withMemory = story.EventCount - before;
        story = Of(Containers.App("free")).With(0.Seconds(), Containers.Pod("free")).RunFor(1.Minutes());
        before = story.EventCount;
        story.RunFor(1.Hours());
        Assert.Equal(story.EventCount - before, withMemory);
    }
}
