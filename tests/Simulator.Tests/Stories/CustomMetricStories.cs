using Simulator.Api;
using Simulator.Api.Sources;
using Simulator.World.Observations;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Stories;

/// <summary>Autoscalers that go by what pods tell of themselves, through the annotation of 1.3.</summary>
public sealed class CustomMetricStories
{
    private static readonly LoadSpec Queue = new()
    {
        ServiceTime = TimeSpan.FromMilliseconds(10),
        Concurrency = 10,
        Metrics = [new MetricSpec { Name = "qps" }, new MetricSpec { Name = "waiting", Kind = MetricKind.Waiting }],
    };

    [Fact]
    public void Requests_a_second_at_each_pod_are_held_at_what_is_aimed_at()
    {
        var story = LoadStories.Loaded(Queue, pods: 2, new RateStep(TimeSpan.Zero, 40), new RateStep(2.Minutes(), 160))
            .With(TimeSpan.Zero, By("qps", "20"))
            .RunFor(10.Minutes());
        var scaled = story.Of(ObservationKind.AutoscalerScaled).ToList();
        Assert.Equal([(2L, 8L)], scaled.Select(fact => (fact.Extra, fact.Value)));
        Assert.Equal("Custom metric qps above target", scaled[0].Other);
        Assert.InRange(scaled[0].At.TotalMinutes, 2, 4);
        Assert.Equal(8, story.Pods("web").Count);
        var status = (HorizontalPodAutoscaler)story.Cluster.Store.Find("HorizontalPodAutoscaler", new ObjectKey("default", "web"))!;
        Assert.Equal("""{"items":[{"name":"qps","value":"20"}]}""", status.Metadata.Annotations.ValueOrEmpty(CustomMetricText.Status));
    }

    [Fact]
    public void A_queue_that_all_pods_share_grows_and_shrinks_them()
    {
        var load = new LoadSpec
        {
            Metrics =
            [
                new MetricSpec
                {
                    Name = "jobs",
                    Kind = MetricKind.Together,
                    Together = [new(TimeSpan.Zero, 60), new(5.Minutes(), 300), new(15.Minutes(), 30)],
                },
            ],
        };
        var story = Story.Of(nodesPerZone: 2)
            .Runs(new ApplicationSpec { Selector = LabelSet.Of(("app", "web")), Load = load })
            .With("web", 2)
            .With(TimeSpan.Zero, By("jobs", "30"))
            .RunFor(30.Minutes());
        Assert.Equal([(2L, 10L), (10L, 1L)], story.Of(ObservationKind.AutoscalerScaled).Select(fact => (fact.Extra, fact.Value)));
    }

    [Fact]
    public void A_metric_that_no_pod_has_is_waited_for_in_vain()
    {
        var story = LoadStories.Loaded(Queue, pods: 2, new RateStep(TimeSpan.Zero, 1000))
            .With(TimeSpan.Zero, By("errors", "20"))
            .RunFor(5.Minutes());
        Assert.Empty(story.Of(ObservationKind.AutoscalerScaled));
        Assert.Contains(
            story.Of(ObservationKind.AutoscalerFailing),
            fact => fact.Other.EndsWith("metrics obtained for 0/2 of pods", StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_pod_has_no_sample_yet_and_the_others_wait_for_it()
    {
        var story = LoadStories.Loaded(Queue, pods: 2, new RateStep(TimeSpan.Zero, 40), new RateStep(2.Minutes(), 160))
            .With(TimeSpan.Zero, By("qps", "20"))
            .RunFor(10.Minutes());
        var grown = Assert.Single(story.Of(ObservationKind.AutoscalerScaled)).At;
        Assert.Contains(
            story.Of(ObservationKind.AutoscalerFailing),
            fact => fact.At > grown && fact.Other.EndsWith("metrics obtained for 2/8 of pods", StringComparison.Ordinal));
    }

    private static HorizontalPodAutoscaler By(string metric, string value)
    {
        var scaler = Autoscalers.Of("web", max: 20);
        return scaler with
        {
            TargetCpuUtilization = null,
            Metadata = scaler.Metadata with
            {
                Annotations = LabelSet.Of(
                    (CustomMetricText.Target, $$"""{"items":[{"name":"{{metric}}","value":"{{value}}"}]}""")),
            },
        };
    }
}
