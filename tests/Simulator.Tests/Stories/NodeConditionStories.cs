using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>What a node refuses, what it says of itself, and whom it evicts.</summary>
public sealed class NodeConditionStories
{
    private static readonly KubeletOptions Evicting = new() { EvictionHardMemory = 1L << 30 };

    [Fact]
    public void Pod_over_the_nodes_number_of_pods_fails_and_is_not_tried_again()
    {
        var pods = Enumerable.Range(1, 111).Select(i => Containers.Pod($"p{i:D3}")).ToArray();
        var story = Containers.Story().With(0.Seconds(), pods).RunFor(3.Minutes());
        Assert.Equal("Insufficient PodCount", Assert.Single(story.Of(ObservationKind.PodRejectedByKubelet)).Other);
        Assert.Equal("Failed OutOfPodCount", Assert.Single(story.Of(ObservationKind.PodFinished)).Other);
        Assert.Equal(110, story.Of(ObservationKind.PodServing).Count());
    }

    [Theory]
    [InlineData("memory", "Insufficient Memory")]
    [InlineData("port", "PodFitsHostPorts")]
    [InlineData("selector", "MatchNodeSelector")]
    public void Pod_that_the_scheduler_would_not_have_bound_is_refused(string what, string reason)
    {
        var container = what switch
        {
            "memory" => Containers.Using(10_000),
            "port" => Containers.Container() with { Ports = [new ContainerPort("", 80, 80, "TCP")] },
            _ => Containers.Container(),
        };
        var selector = what == "selector" ? LabelSet.Of(("disk", "ssd")) : LabelSet.Empty;
        var second = Containers.Pod("second", "Always", container);
        second = second with { Spec = second.Spec with { NodeSelector = selector } };
        var story = Containers.Story()
            .With(0.Seconds(), Containers.Pod("first", "Always", container))
            .With(10.Seconds(), second)
            .RunFor(1.Minutes());
        var refused = Assert.Single(story.Of(ObservationKind.PodRejectedByKubelet));
        Assert.Equal(("default/second", reason), (refused.Subject, refused.Other));
    }

    /// <summary>However short it was: --out-of-disk-transition-frequency counts from the first word of it.</summary>
    [Theory]
    [InlineData(30, 360, 370)]
    [InlineData(299, 360, 370)]
    [InlineData(600, 660, 670)]
    public void Full_disk_is_said_at_the_next_beat_and_for_five_minutes_at_least(int seconds, int from, int to)
    {
        var story = Containers.Story().With(0.Seconds(), Containers.Pod("old")).RunFor(1.Minutes());
        story.Machine(Containers.Node).FillDisk();
        story.RunFor(seconds.Seconds());
        story.Machine(Containers.Node).FreeDisk();
        story.RunFor(10.Minutes());
        var said = story.Of(ObservationKind.NodeConditionChanged).ToList();
        Assert.Equal(["OutOfDisk=True", "OutOfDisk=False"], said.Select(fact => fact.Other));
        Assert.InRange(said[0].At.TotalSeconds, 60, 70);
        Assert.InRange(said[1].At.TotalSeconds, from, to + 10);
        Assert.True(story.Pods("old").Single().IsReady);
    }

    [Fact]
    public void Pod_that_reaches_a_node_with_a_full_disk_is_refused()
    {
        var story = Containers.Story().With(10.Seconds(), Containers.Pod("new"));
        story.Machine(Containers.Node).FillDisk();
        story.RunFor(1.Minutes());
        Assert.Equal("OutOfDisk", Assert.Single(story.Of(ObservationKind.PodRejectedByKubelet)).Other);
    }

    [Fact]
    public void Runtime_that_is_silent_for_five_minutes_makes_the_node_not_ready_while_its_pods_serve()
    {
        var story = Containers.Story().With(0.Seconds(), Containers.Pod("web")).RunFor(1.Minutes());
        story.Machine(Containers.Node).StopRuntime();
        story.Delete(story.Pods("web").Single());
        story.RunFor(9.Minutes());
        Assert.InRange(
            Assert.Single(story.Of(ObservationKind.NodeReadyChanged), fact => fact.Other == "False").At.TotalMinutes, 6, 6 + (10 / 60.0));
        Assert.Empty(story.Of(ObservationKind.PodStoppedServing));
        story.Machine(Containers.Node).StartRuntime();
        story.RunFor(1.Minutes());
        Assert.Equal("True", story.Of(ObservationKind.NodeReadyChanged).Last().Other);
        Assert.Single(story.Of(ObservationKind.PodRemoved));
    }

    /// <summary>A node of 15 GiB keeps 1 GiB free: 13 GiB are used, and one application grows by 3 GiB an hour and container.</summary>
    [Fact]
    public void Memory_pressure_evicts_one_pod_a_round_the_least_guaranteed_and_greediest_first()
    {
        var story = Containers.Story(Evicting)
            .Runs(Containers.App("greedy") with { Memory = 2L << 30, MemoryGrowsPerHour = 3L << 30 })
            .Runs(Containers.App("free") with { Memory = 512L << 20 })
            .Runs(Containers.App("modest") with { Memory = 1L << 30 })
            .With(
                0.Seconds(), Containers.Pod("sure", "Always", Guaranteed(9_000)),
                Containers.Pod("greedy", "Always", Containers.Using(1024)), Containers.Pod("modest", "Always", Containers.Using(1024)),
                Containers.Pod("free"))
            .RunFor(3 * 60.Minutes());
        var evicted = story.Of(ObservationKind.PodEvictedByKubelet).ToList();
        Assert.Equal(["default/free", "default/greedy"], evicted.Select(fact => fact.Subject));

        // 14 GiB are reached after (14,336 - 12,584) / 3,072 hours, then 512 MiB are gained.
        Assert.InRange(evicted[0].At.TotalMinutes, 34.2, 34.5);
        Assert.InRange((evicted[1].At - evicted[0].At).TotalMinutes, 9.8, 10.4);
        Assert.All(story.Of(ObservationKind.PodFinished), finished => Assert.Equal("Failed Evicted", finished.Other));
        Assert.Equal(
            ["MemoryPressure=True", "MemoryPressure=False", "MemoryPressure=True", "MemoryPressure=False"],
            story.Of(ObservationKind.NodeConditionChanged).Select(fact => fact.Other));
        Assert.InRange((story.Of(ObservationKind.NodeConditionChanged).Last().At - evicted[1].At).TotalMinutes, 5, 5.4);
    }

    [Fact]
    public void Node_under_memory_pressure_refuses_best_effort_pods_only()
    {
        var story = Containers.Story(Evicting).Runs(Containers.App("greedy") with { Memory = 14_500L << 20 })
            .With(0.Seconds(), Containers.Pod("greedy", "Always", Containers.Using(100)))
            .With(1.Minutes(), Containers.Pod("free"), Containers.Pod("modest", "Always", Containers.Using(100)))
            .RunFor(2.Minutes());
        var refused = Assert.Single(story.Of(ObservationKind.PodRejectedByKubelet));
        Assert.Equal(("default/free", "MemoryPressure"), (refused.Subject, refused.Other));
    }

    [Fact]
    public void Lost_disk_costs_the_images_too()
    {
        var story = Containers.Story().With(0.Seconds(), Containers.Pod("web")).RunFor(1.Minutes());
        story.Machine(Containers.Node).LoseDisk();
        story.RunFor(1.Minutes());
        Assert.Single(story.Of(ObservationKind.ImagePulled));
        Assert.Equal("DiskLost", Assert.Single(story.Of(ObservationKind.ContainerRestarted)).Other);
        Assert.Single(story.NodeObject(Containers.Node).Status.Images);
    }

    private static Container Guaranteed(long mebibytes)
    {
        var container = Containers.Using(mebibytes, limit: mebibytes);
        var cpu = (ResourceNames.Cpu, Quantity.FromMilli(100));
        var amounts = ResourceList.Of(cpu, (ResourceNames.Memory, Quantity.FromUnits(mebibytes << 20)));
        return container with { Requests = amounts, Limits = amounts };
    }
}
