using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Pods that are deleted stop within their grace.</summary>
public sealed class StopStories
{
    [Theory]
    [InlineData(true, 0, 30, 30)]
    [InlineData(true, 10, 30, 30)]
    [InlineData(true, 100, 30, 32)]
    [InlineData(true, 0, 1, 2)]
    [InlineData(false, 10, 30, 11)]
    [InlineData(false, 100, 30, 31)]
    public void Hook_and_signal_share_the_grace_and_two_seconds_are_always_left_for_the_signal(
        bool ignoresStop, int hook, int grace, int stopped)
    {
        var application = Containers.App("web") with
        {
            IgnoresStop = ignoresStop,
            PreStopTakes = Containers.Always(hook),
            StopsIn = Containers.Always(1),
        };
        var pod = Containers.Pod("web", "Always", Containers.Container() with { HasPreStop = hook > 0 });
        pod = pod with { Spec = pod.Spec with { TerminationGracePeriod = grace.Seconds() } };
        var story = Containers.Story().Runs(application).With(0.Seconds(), pod).RunFor(10.Seconds());
        story.Delete(story.Pods("web").Single());
        story.RunFor(1.Minutes());

        // A watch delivery before; a relist, two calls and a watch behind.
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodStoppedServing, "web")) - 10, stopped, stopped + 0.1);
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodRemoved, "web")) - 10, stopped, stopped + 1.3);
    }

    [Fact]
    public void Containers_of_a_pod_stop_side_by_side()
    {
        var pod = Containers.Pod("web", "Always", [.. Enumerable.Range(0, 5).Select(i => Containers.Container($"c{i}"))]);
        var story = Containers.Story()
            .Runs(Containers.App("web") with { StopsIn = Containers.Always(7) })
            .With(0.Seconds(), pod)
            .RunFor(10.Seconds());
        story.Delete(story.Pods("web").Single());
        story.RunFor(1.Minutes());
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodStoppedServing, "web")) - 10, 7, 7.1);
    }

    /// <summary>One of its containers has a hook of five seconds, the other ends after one.</summary>
    [Fact]
    public void A_pod_answers_until_the_first_of_its_containers_ends_and_is_there_until_the_last()
    {
        var pod = Containers.Pod("web", "Always", Containers.Container("a") with { HasPreStop = true }, Containers.Container("b"));
        var story = Containers.Story()
            .Runs(Containers.App("web") with { StopsIn = Containers.Always(1), PreStopTakes = Containers.Always(5) })
            .With(0.Seconds(), pod)
            .RunFor(10.Seconds());
        story.Delete(story.Pods("web").Single());
        story.RunFor(1.Minutes());
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodStoppedServing, "web")) - 10, 1, 1.1);
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodRemoved, "web")) - 10, 6, 7.4);
    }
}
