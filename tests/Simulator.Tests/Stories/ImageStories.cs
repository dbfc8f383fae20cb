using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Images come one by one from a registry that may be slow or down.</summary>
public sealed class ImageStories
{
    private static readonly KubeletOptions NoImages = new() { ImagesPresent = false };

    [Fact]
    public void Pulls_of_a_node_stand_in_a_queue_unless_the_flag_is_off()
    {
        foreach (var (serialize, last) in new[] { (true, 63.5), (false, 21.5) })
        {
            var story = Containers.Story(NoImages with { SerializeImagePulls = serialize })
                .With(0.Seconds(), Pod("a", "a:1"), Pod("b", "b:1"), Pod("c", "c:1")).RunFor(3.Minutes());

            // 400 MB at 20 MB/s and a second on top, each.
            Assert.Equal(3, story.Of(ObservationKind.ImagePulled).Count());
            Assert.InRange(story.Of(ObservationKind.PodServing).Last().At.TotalSeconds, last, last + 0.6);
        }
    }

    [Fact]
    public void Image_is_pulled_once_a_node_unless_its_policy_is_Always()
    {
        var story = Containers.Story(NoImages)
            .With(0.Seconds(), Pod("a", "web:1"))
            .With(1.Minutes(), Pod("b", "web:1"))
            .With(2.Minutes(), Pod("c", "web:1", "Always"))
            .RunFor(3.Minutes());
        Assert.Single(story.Of(ObservationKind.ImagePulled));
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodServing, "b")), 60.5, 60.7);

        // The registry is only asked whether it has something newer.
        Assert.InRange(Assert.Single(story.Times(ObservationKind.PodServing, "c")), 121, 121.2);
    }

    [Fact]
    public void Registry_outage_is_tried_again_with_a_doubling_back_off()
    {
        var story = Containers.Story(NoImages).With(0.Seconds(), Pod("a", "web:1"));
        story.Registry.GoDown();
        story.RunFor(10.Minutes());
        var failures = story.Of(ObservationKind.ImagePullFailed).Select(failure => failure.At.TotalSeconds).ToList();
        var delays = new[] { 10, 20, 40, 80, 160 };
        for (var i = 0; i < delays.Length; i++) Assert.InRange(failures[i + 1] - failures[i], delays[i], delays[i] + 15 + 2);
        Assert.Empty(story.Of(ObservationKind.PodServing));
        story.Registry.ComeUp();
        story.RunFor(6.Minutes());
        Assert.Single(story.Of(ObservationKind.PodServing));
    }

    [Fact]
    public void Image_that_may_not_be_pulled_keeps_its_pod_waiting()
    {
        var story = Containers.Story(NoImages).With(0.Seconds(), Pod("a", "web:1", "Never")).RunFor(10.Minutes());
        Assert.Empty(story.Of(ObservationKind.PodServing));
        Assert.Empty(story.Of(ObservationKind.ImagePulled));
        Assert.Equal(PodPhase.Pending, story.Pods("a").Single().Status.Phase);
    }

    [Theory]
    [InlineData("web", "Always")]
    [InlineData("web:latest", "Always")]
    [InlineData("web:1", "IfNotPresent")]
    [InlineData("registry:5000/web", "Always")]
    [InlineData("registry:5000/web:1", "IfNotPresent")]
    [InlineData("web@sha256:0123", "IfNotPresent")]
    public void Without_a_policy_the_tag_decides(string image, string policy)
    {
        // With the registry down, only what need not be asked for starts.
        var story = Containers.Story().With(0.Seconds(), Pod("a", image));
        story.Registry.GoDown();
        story.RunFor(1.Minutes());
        Assert.Equal(policy == "Always" ? 0 : 1, story.Of(ObservationKind.PodServing).Count());
    }

    [Fact]
    public void Slow_registry_makes_pulls_so_many_times_longer()
    {
        var story = Containers.Story(NoImages).With(0.Seconds(), Pod("a", "web:1"));
        story.Registry.SlowDown(5);
        story.RunFor(3.Minutes());
        Assert.Equal(105_000_000, Assert.Single(story.Of(ObservationKind.ImagePulled)).Value);
    }

    [Fact]
    public void Pull_beyond_the_registry_limit_fails_at_once()
    {
        var pods = Enumerable.Range(1, 12).Select(i => Pod($"p{i:D2}", $"i{i}:1")).ToArray();
        var story = Containers.Story(NoImages with { SerializeImagePulls = false, RegistryBurst = 3, RegistryQps = 0.01f })
            .With(0.Seconds(), pods)
            .RunFor(5.Seconds());

        // Quirk: the bucket was full, so its first take is followed by a refill.
        Assert.InRange(story.Of(ObservationKind.ImagePullFailed).Count(), 8, 9);
    }

    private static Pod Pod(string name, string image, string policy = "") =>
        Containers.Pod(name, "Always", Containers.Container() with { Image = image, ImagePullPolicy = policy });
}
