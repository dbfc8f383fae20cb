using Simulator.Api;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Probes take pods out and restart containers, at the moments that their parameters give.</summary>
public sealed class ProbeStories
{
    private static readonly ObjectKey Web = new("default", "web");

    [Fact]
    public void Pod_is_ready_when_it_listens_and_its_probe_has_seen_it()
    {
        var probe = new Probe { InitialDelay = 5.Seconds(), Period = 10.Seconds() };
        var story = Containers.Story().Runs(Containers.App("web") with { StartsIn = Containers.Always(42) })
            .With(0.Seconds(), Containers.Pod("web", "Always", Containers.Container() with { ReadinessProbe = probe })).RunFor(2.Minutes());
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodServing, "web")), 42.5, 43);
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodReady, "web")), 42.5, 53);
    }

    [Fact]
    public void Hanging_pod_is_taken_out_after_three_failures_and_restarted_only_if_a_liveness_probe_asks_for_it()
    {
        var probe = new Probe { Period = 10.Seconds(), FailureThreshold = 3 };
        var story = Containers.Story()
            .With(0.Seconds(), Containers.Pod("web", "Always", Containers.Container() with { ReadinessProbe = probe }))
            .RunFor(1.Minutes());
        Assert.True(story.Machine(Containers.Node).HangPod(Web));
        story.RunFor(5.Minutes());

        // Between two and three periods, then the timeout of a second.
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodNotReady, "web")), 60 + 20 + 1, 60 + 30 + 1.2);
        Assert.Empty(story.Of(ObservationKind.ContainerRestarted));
    }

    [Fact]
    public void Liveness_failure_kills_the_container_within_its_grace_and_restarts_it()
    {
        var probe = new Probe { Period = 10.Seconds(), FailureThreshold = 3 };
        var story = Containers.Story().Runs(Containers.App("web") with { IgnoresStop = true })
            .With(0.Seconds(), Containers.Pod("web", "Always", Containers.Container() with { LivenessProbe = probe })).RunFor(1.Minutes());
        story.Machine(Containers.Node).HangPod(Web);
        story.RunFor(5.Minutes());
        var restart = Assert.Single(story.Of(ObservationKind.ContainerRestarted));
        Assert.Equal("Liveness", restart.Other);
        Assert.InRange(restart.At.TotalSeconds, 60 + 20 + 1 + 30, 60 + 30 + 1 + 30 + 1);
        Assert.True(story.Pods("web").Single().IsReady);
    }

    [Fact]
    public void Application_that_starts_slower_than_its_liveness_probe_allows_never_comes_up()
    {
        var probe = new Probe { InitialDelay = 15.Seconds(), Period = 5.Seconds(), FailureThreshold = 3 };
        var story = Containers.Story().Runs(Containers.App("web") with { StartsIn = Containers.Always(60) })
            .With(0.Seconds(), Containers.Pod("web", "Always", Containers.Container() with { LivenessProbe = probe })).RunFor(10.Minutes());
        Assert.Empty(story.Of(ObservationKind.PodServing));
        Assert.True(story.Of(ObservationKind.ContainerRestarted).Count() > 4);
    }

    [Fact]
    public void Node_so_slow_that_answers_take_longer_than_the_timeout_loses_its_pods_readiness()
    {
        var pod = Containers.Pod("web", "Always", Containers.Container() with { ReadinessProbe = new Probe() });
        var story = Containers.Story().With(0.Seconds(), pod).RunFor(1.Minutes());
        story.Machine(Containers.Node).SlowDown(9);
        story.RunFor(5.Minutes());
        Assert.Empty(story.Of(ObservationKind.PodNotReady));
        story.Machine(Containers.Node).SlowDown(10);
        story.RunFor(1.Minutes());
        Assert.Single(story.Of(ObservationKind.PodNotReady));
        story.Machine(Containers.Node).Recover(10);
        story.RunFor(15.Seconds());
        Assert.Equal(2, story.Of(ObservationKind.PodReady).Count());
    }

    /// <summary>
    /// Settled pods are ready at time zero; one whose application answers later than its probe waits is out after three failures.
    /// </summary>
    [Theory]
    [InlineData(3.0, 1)]
    [InlineData(1.0, 1)]
    [InlineData(0.9, 0)]
    public void Settled_pod_that_answers_too_late_is_taken_out(double answersIn, int times)
    {
        var pod = Containers.Pod("web", "Always", Containers.Container() with { ReadinessProbe = new Probe() });
        var story = Story.Of(nodesPerZone: 1)
            .Runs(Containers.App("web") with { AnswersIn = TimeSpan.FromSeconds(answersIn) })
            .With(0.Seconds(), pod)
            .RunFor(5.Minutes());
        var moments = story.Times(ObservationKind.PodNotReady, "web");
        Assert.Equal(times, moments.Count);
        Assert.All(moments, at => Assert.InRange(at, 20 + 1, 30 + 1.2));
        Assert.Equal(times == 0, story.Pods("web").Single().IsReady);
    }

    [Fact]
    public void Settled_pod_that_answers_too_late_is_restarted()
    {
        var pod = Containers.Pod("web", "Always", Containers.Container() with { LivenessProbe = new Probe() });
        var story = Story.Of(nodesPerZone: 1)
            .Runs(Containers.App("web") with { AnswersIn = 3.Seconds() })
            .With(0.Seconds(), pod)
            .RunFor(45.Seconds());
        Assert.InRange(Assert.Single(story.Times(ObservationKind.ContainerRestarted, "web")), 20 + 1, 30 + 5);
    }

    /// <summary>
    /// Each kill is measured by the end before, half a minute ago: that is longer than 10 and 20 s, and shorter than 40 s.
    /// </summary>
    [Fact]
    public void Liveness_restarts_every_half_minute_wait_from_the_fifth_on()
    {
        var pod = Containers.Pod("web", "Always", Containers.Container() with { LivenessProbe = new Probe() });
        var story = Containers.Story()
            .Runs(Containers.App("web") with { AnswersIn = 3.Seconds() })
            .With(0.Seconds(), pod)
            .RunFor(20.Minutes());
        var times = story.Times(ObservationKind.ContainerRestarted, "web");
        var gaps = times.Skip(1).Zip(times, (later, earlier) => later - earlier).ToList();
        Assert.All(gaps.Take(3), gap => Assert.InRange(gap, 20, 35));
        Assert.InRange(gaps[3], 20 + 40, 35 + 40 + 16);
        Assert.InRange(gaps.Max(), 300 + 20, 300 + 35 + 16);
    }

    [Fact]
    public void Probes_of_a_steady_pod_cost_no_events()
    {
        var probe = new Probe { Period = 1.Seconds() };
        long Events(Probe? asked)
        {
            var story = Containers.Story().With(
                0.Seconds(),
                Containers.Pod("web", "Always", Containers.Container() with { ReadinessProbe = asked, LivenessProbe = asked }));
            story.RunFor(1.Minutes());
            var before = story.EventCount;
            return story.RunFor(60.Minutes()).EventCount - before;
        }

        Assert.Equal(Events(null), Events(probe));
    }
}
