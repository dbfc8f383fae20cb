using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>A pod's object changes under its containers.</summary>
public sealed class ContainerChangeStories
{
    private static Story Running(Pod pod, KubeletOptions? kubelet = null) =>
        Containers.Story(kubelet)
            .Runs(Containers.App("web") with { StopsIn = Containers.Always(3) })
            .With(0.Seconds(), pod)
            .RunFor(10.Seconds());

    private static Pod WithImage(Pod pod, string image, int container = 0) => pod with
    {
        Spec = pod.Spec with
        {
            Containers = [.. pod.Spec.Containers.Select((spec, i) => i == container ? spec with { Image = image } : spec)],
        },
    };

    private static Pod Web(Story story) => story.Pods("web").Single();

    [Theory]
    [InlineData("Always")]
    [InlineData("OnFailure")]
    [InlineData("Never")]
    public void A_new_image_stops_its_container_and_starts_another_whatever_the_policy(string policy)
    {
        var story = Running(Containers.Pod("web", policy, Containers.Container("a"), Containers.Container("b")));
        story.Update(WithImage(Web(story), "web:2", container: 1));
        story.RunFor(1.Minutes());
        Assert.Equal([0, 1], Web(story).Status.ContainerRestarts);
        Assert.True(Web(story).IsReady);
        var restarted = Assert.Single(story.Of(ObservationKind.ContainerRestarted));
        Assert.Equal("Changed", restarted.Other);

        // A watch delivery, the stop of 3 s, the start of half a second.
        Assert.InRange(restarted.At.TotalSeconds, 13.5, 13.6);
    }

    [Fact]
    public void Labels_restart_nothing()
    {
        var story = Running(Containers.Pod("web"));
        story.Update(Web(story) with { Metadata = Web(story).Metadata with { Labels = LabelSet.Of(("app", "web"), ("version", "2")) } });
        story.RunFor(1.Minutes());
        Assert.Empty(story.Of(ObservationKind.ContainerRestarted));
    }

    [Fact]
    public void A_change_that_is_taken_back_while_it_is_acted_upon_costs_two_restarts()
    {
        var story = Running(Containers.Pod("web"));
        story.Update(WithImage(Web(story), "web:2"));
        story.RunFor(1.Seconds()).Update(WithImage(Web(story), "web:1"));
        story.RunFor(1.Minutes());
        Assert.Equal([2], Web(story).Status.ContainerRestarts);
        Assert.True(Web(story).IsReady);
    }

    /// <summary>The back-off of a pull belongs to its image.</summary>
    [Fact]
    public void A_pull_that_fails_is_not_waited_for_once_the_image_is_another()
    {
        var story = Containers.Story(new KubeletOptions { ImagesPresent = false });
        story.With(0.Seconds(), Containers.Pod("web"));
        story.Registry.GoDown();
        story.RunFor(5.Minutes());
        story.Registry.ComeUp();
        story.Update(WithImage(Web(story), "web:2"));
        story.RunFor(30.Seconds());
        Assert.True(Web(story).IsReady);
        Assert.Equal("web:2", Assert.Single(story.Of(ObservationKind.ImagePulled)).Other);
    }

    /// <summary>The back-off of a container belongs to what it was.</summary>
    [Fact]
    public void A_container_that_crashes_gets_a_fresh_start_with_its_new_image()
    {
        var story = Containers.Story()
            .Runs(Containers.App("web") with { CrashesAfter = Containers.Always(1) })
            .With(0.Seconds(), Containers.Pod("web"))
            .RunFor(10.Minutes());
        var before = story.Of(ObservationKind.ContainerRestarted).Count();
        story.Update(WithImage(Web(story), "web:2"));
        story.RunFor(5.Seconds());
        Assert.Equal(before + 2, story.Of(ObservationKind.ContainerRestarted).Count());
    }

    [Fact]
    public void A_deadline_that_is_set_later_ends_the_pod()
    {
        var story = Running(Containers.Pod("web"));
        story.Update(Web(story) with { Spec = Web(story).Spec with { ActiveDeadline = 20.Seconds() } });
        story.RunFor(1.Minutes());
        Assert.Equal("DeadlineExceeded", Web(story).Status.Reason);

        // Noticed within a second, and three more to stop.
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodStoppedServing, "web")), 23, 24.1);
    }
}
