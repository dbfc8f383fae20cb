using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>What happens to containers that end, and to pods of them.</summary>
public sealed class ContainerStories
{
    [Fact]
    public void Crash_loop_restarts_at_once_then_waits_ten_twenty_forty_seconds_from_the_exit()
    {
        var story = Containers.Story().Runs(Containers.App("web") with { CrashesAfter = Containers.Always(1) })
            .With(0.Seconds(), Containers.Pod("web")).RunFor(30.Minutes());
        var starts = story.Times(ObservationKind.PodServing, "web");
        var ends = story.Times(ObservationKind.PodStoppedServing, "web");
        var waits = starts.Skip(1).Zip(ends, (start, end) => start - end).ToList();

        // The first restart follows the next relist; a sync that finds the container in back-off is tried again 10 to 15 s later.
        Assert.InRange(waits[0], 0.5, 1.6);
        var delays = new[] { 10, 20, 40, 80, 160, 300, 300 };
        for (var i = 0; i < delays.Length; i++) Assert.InRange(waits[i + 1], delays[i] + 0.5, delays[i] + 15 + 2.6);
        Assert.Equal(starts.Count - 1, story.Pods("web").Single().Status.ContainerRestarts.Single());
        Assert.All(story.Of(ObservationKind.ContainerRestarted), restart => Assert.Equal("Crash", restart.Other));
    }

    [Fact]
    public void Crash_after_ten_minutes_of_running_counts_as_the_first()
    {
        var story = Containers.Story().Runs(Containers.App("web") with { CrashesAfter = Containers.Always(11 * 60) })
            .With(0.Seconds(), Containers.Pod("web")).RunFor(60.Minutes());
        var waits = story.Times(ObservationKind.PodServing, "web")
            .Skip(1)
            .Zip(story.Times(ObservationKind.PodStoppedServing, "web"), (start, end) => start - end)
            .ToList();
        Assert.Equal(5, waits.Count);
        Assert.All(waits, wait => Assert.InRange(wait, 0.5, 1.6));
    }

    [Fact]
    public void Restart_takes_readiness_away_and_gives_it_back()
    {
        var story = Containers.Story().With(0.Seconds(), Containers.Pod("web")).RunFor(30.Seconds());
        Assert.True(story.Machine(Containers.Node).CrashPod(new ObjectKey("default", "web")));
        story.RunFor(30.Seconds());
        var crash = Assert.Single(story.Times(ObservationKind.PodStoppedServing, "web"));
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodNotReady, "web")) - crash, 0, 1.2);
        Assert.InRange(story.Times(ObservationKind.PodReady, "web")[^1] - crash, 0.5, 3.2);
    }

    [Theory]
    [InlineData("Never", 0, "Succeeded")]
    [InlineData("Never", 1, "Failed")]
    [InlineData("OnFailure", 0, "Succeeded")]
    public void Pod_whose_containers_are_done_is_finished_and_stays(string policy, double failShare, string phase)
    {
        var story = Containers.Story().Runs(Containers.App("work") with { RunsFor = Containers.Always(20), FailShare = failShare })
            .With(0.Seconds(), Containers.Pod("work", policy)).RunFor(5.Minutes());
        var finished = Assert.Single(story.Of(ObservationKind.PodFinished));
        Assert.Equal(phase, finished.Other);
        Assert.InRange(finished.At.TotalSeconds, 20.5, 22);
        Assert.Empty(story.Of(ObservationKind.ContainerRestarted));
        Assert.Single(story.Pods("work"));
        Assert.False(story.Pods("work").Single().IsReady);
    }

    [Fact]
    public void Work_that_fails_is_restarted_until_it_succeeds()
    {
        var story = Containers.Story().Runs(Containers.App("work") with { RunsFor = Containers.Always(5), FailShare = 0.6 })
            .With(0.Seconds(), Containers.Pod("work", "OnFailure")).RunFor(60.Minutes());
        Assert.NotEmpty(story.Of(ObservationKind.ContainerRestarted));
        Assert.Equal("Succeeded", Assert.Single(story.Of(ObservationKind.PodFinished)).Other);
    }

    [Fact]
    public void Work_that_no_application_describes_succeeds_after_half_a_minute()
    {
        var story = Containers.Story().With(0.Seconds(), Containers.Pod("work", "Never"), Containers.Pod("web")).RunFor(2.Minutes());
        Assert.Equal("default/work", Assert.Single(story.Of(ObservationKind.PodFinished)).Subject);
    }

    [Fact]
    public void Pod_past_its_deadline_fails()
    {
        var pod = Containers.Pod("work", "Never");
        pod = pod with { Spec = pod.Spec with { ActiveDeadline = 20.Seconds() } };
        var story = Containers.Story().With(0.Seconds(), pod).RunFor(1.Minutes());
        var finished = Assert.Single(story.Of(ObservationKind.PodFinished));
        Assert.Equal("Failed DeadlineExceeded", finished.Other);
        Assert.InRange(finished.At.TotalSeconds, 20, 21.2);
    }

    [Fact]
    public void Init_containers_run_one_after_the_other_and_a_failed_one_is_restarted()
    {
        var pod = Containers.Pod("web");
        pod = pod with { Spec = pod.Spec with { InitContainers = [Containers.Container("first"), Containers.Container("second")] } };
        var story = Containers.Story().Runs(Containers.App("web") with { InitRunsFor = Containers.Always(10) })
            .With(0.Seconds(), pod).RunFor(1.Minutes());

        // Each start takes half a second, each end is seen within a second.
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodServing, "web")), 21.5, 23.6);
        story = Containers.Story().Runs(Containers.App("web") with { InitFailShare = 1 }).With(0.Seconds(), pod).RunFor(2.Minutes());
        Assert.Empty(story.Of(ObservationKind.PodServing));
        Assert.NotEmpty(story.Of(ObservationKind.ContainerRestarted));
    }

    [Fact]
    public void Container_that_reaches_its_memory_limit_is_killed()
    {
        var story = Containers.Story().Runs(Containers.App("web") with { MemoryGrowsPerHour = 600 << 20 })
            .With(0.Seconds(), Containers.Pod("web", "Always", Containers.Using(100, limit: 200))).RunFor(15.Minutes());
        var restart = Assert.Single(story.Of(ObservationKind.ContainerRestarted));
        Assert.Equal("OOMKilled", restart.Other);
        Assert.InRange(restart.At.TotalSeconds, 600, 603);
    }

    [Fact]
    public void Rkt_restarts_the_whole_pod_without_back_off_and_docker_only_the_container()
    {
        var pod = Containers.Pod("web", "Always", Containers.Container("a"), Containers.Container("b"));
        foreach (var (runtime, restarts) in new[] { (ContainerRuntime.Docker, 2), (ContainerRuntime.Rkt, 40) })
        {
            var story = Containers.Story(new KubeletOptions { Runtime = runtime })
                .Runs(Containers.App("web") with { CrashesAfter = Containers.Always(2) })
                .With(0.Seconds(), pod).RunFor(1.Minutes());
            var counts = story.Pods("web").Single().Status.ContainerRestarts;
            Assert.True(
                runtime == ContainerRuntime.Rkt ? counts.Sum() > restarts / 2 : counts.Sum() <= 4 * restarts, $"{runtime}: {counts.Sum()}");
        }
    }

    [Fact]
    public void Docker_starts_the_containers_of_a_pod_in_an_order_that_is_drawn()
    {
        var pods = Enumerable.Range(0, 20).Select(i => Containers.Pod(
            $"p{i:D2}",
            "Never",
            Containers.Container("one") with { Image = $"one:{i}" },
            Containers.Container("other") with { Image = $"other:{i}" })).ToArray();
        var story = Containers.Story(new KubeletOptions { ImagesPresent = false }).With(0.Seconds(), pods).RunFor(30.Minutes());
        var first = story.Of(ObservationKind.ImagePulled)
            .GroupBy(pulled => pulled.Other.Split(':')[1])
            .Select(pair => pair.First().Other.Split(':')[0])
            .ToList();
        Assert.Equal(20, first.Count);
        Assert.InRange(first.Count(image => image == "one"), 4, 16);
    }
}
