using Simulator.Api;
using Simulator.World.Observations;
using Simulator.World.Specification.Operations;
using Xunit;
using static Simulator.Tests.Stories.Autoscalers;

namespace Simulator.Tests.Stories;

/// <summary>Horizontal autoscalers in whole clusters; the measured runs are in <c>Golden/MeasuredAutoscalers</c>.</summary>
public sealed class AutoscalerStories
{
    private static readonly ObjectKey Web = new("default", "web");

    [Fact]
    public void It_scales_up_in_one_step_at_the_tick_and_its_status_lies_right_after()
    {
        var cluster = Story.Of(2, new SetUsage { Milli = 200 }).With("web", 2).With(TimeSpan.Zero, Of("web", max: 6));
        cluster.RunFor(Seconds(9));
        Assert.Equal(2, cluster.Pods("web").Count);
        cluster.RunFor(Seconds(1.5));
        var status = StatusOf(cluster, "web");

        // The requests of the two that run, divided by six: 200 m of 33 m.
        Assert.Equal((6, 6, 606), (status.CurrentReplicas, status.DesiredReplicas, status.CpuUtilization));
        Assert.Equal(Instant.FromSeconds(10), status.LastScaleTime);
        Assert.Equal("CPU utilization above target", Assert.Single(cluster.Of(ObservationKind.AutoscalerScaled)).Other);
    }

    [Fact]
    public void It_waits_for_a_sample_that_is_stamped_after_the_window()
    {
        var usage = new SetUsage { Milli = 60 };
        var cluster = Story.Of(2, usage).With("web", 2).With(TimeSpan.Zero, Of("web", max: 20));
        cluster.RunFor(Minutes(10));

        // Scaled at 10, 130 % each time: windows end at 190 and so on, and the sample of 240 is the first after it.
        Assert.Equal(
            [(10, 3), (250, 4), (490, 5)],
            cluster.Of(ObservationKind.AutoscalerScaled).Select(scaled => ((int)scaled.At.TotalSeconds, (int)scaled.Value)));
    }

    [Fact]
    public void Without_any_use_a_step_down_waits_by_the_clock()
    {
        var usage = new SetUsage { Milli = 60 };
        var cluster = Story.Of(2, usage).With("web", 2).With(TimeSpan.Zero, Of("web", max: 20));
        cluster.RunFor(Seconds(30));
        usage.Milli = 0;
        cluster.RunFor(Minutes(6));
        Assert.Equal(
            [(10, 3), (310, 1)],
            cluster.Of(ObservationKind.AutoscalerScaled).Select(scaled => ((int)scaled.At.TotalSeconds, (int)scaled.Value)));
    }

    [Fact]
    public void An_autoscaler_that_a_user_makes_acts_at_once()
    {
        var cluster = Story.Of(2, new SetUsage { Milli = 50 }).With("web", 2)
            .Does(new AutoscaleOperation("ReplicationController", Web, 10) { Cluster = "east", At = Seconds(75), Min = 4 });
        cluster.RunFor(Seconds(80));
        var scaled = Assert.Single(cluster.Of(ObservationKind.AutoscalerScaled));
        Assert.Equal((4, "Current number of replicas below Spec.MinReplicas"), (scaled.Value, scaled.Other));
        Assert.InRange(scaled.At.TotalSeconds, 75, 76);
    }

    [Fact]
    public void A_division_by_zero_ends_the_pass_and_nothing_else()
    {
        // 1 m each, and memory for three of six: 3 m / 6 is 0.
        var web = Workloads.Controller("web", 6, milliCpu: 1, mebibytes: 8 << 10);
        var cluster = Story.Of(1, new SetUsage { Milli = 1 }).With(TimeSpan.Zero, web, Of("web", max: 10)).With("api", 1, 10)
            .With(TimeSpan.Zero, Of("api", max: 10, min: 2));
        cluster.RunFor(Seconds(45));
        Assert.Contains(
            cluster.Of(ObservationKind.AutoscalerFailing),
            failing => failing is { Subject: "default/web", Other: "runtime error: integer divide by zero" });
        Assert.Equal(new HorizontalPodAutoscalerStatus(), StatusOf(cluster, "web"));
        Assert.Equal(2, StatusOf(cluster, "api").DesiredReplicas);
    }

    [Fact]
    public void Objects_that_wait_for_a_pass_when_the_tick_comes_freeze()
    {
        var cluster = Story.Of(10, new SetUsage { Milli = 50 });
        string[] names = [.. Enumerable.Range(1, 15).Select(number => $"web{number:D2}")];
        foreach (var name in names) cluster.With(name, 1).With(TimeSpan.Zero, Of(name, max: 10));
        cluster.RunFor(Seconds(39.65));
        TouchAll(cluster, names);
        cluster.RunFor(Seconds(15));
        var frozen = FrozenOf(cluster);

        // Measured: 6 of 15.
        Assert.InRange(frozen.Count, 4, 9);
        cluster.RunFor(Minutes(5));
        Assert.Equal(frozen, FrozenOf(cluster));
        TouchAll(cluster, names);
        cluster.RunFor(Seconds(20));
        Assert.Empty(FrozenOf(cluster));
    }

    [Fact]
    public void Heapster_may_be_a_pod_and_what_it_knew_ends_with_it()
    {
        var heapster = Workloads.Controller("heapster", 1, 10);
        var cluster = Story.Of(1, new SetUsage { Milli = 50 }).With("web", 2).With(TimeSpan.Zero, Of("web", max: 9)).With(
            TimeSpan.Zero, InSystem(Workloads.Service("heapster")), InSystem(heapster));
        cluster.RunFor(Seconds(65));
        Assert.Empty(cluster.Of(ObservationKind.AutoscalerFailing));
        var pod = Assert.Single(cluster.Pods("heapster"));
        cluster.Delete(pod);
        cluster.RunFor(Seconds(120));
        Assert.Equal(
            [
                "failed to get CPU utilization: failed to get CPU consumption and request: metrics obtained for 0/2 of pods",
                "",
            ],
            cluster.Of(ObservationKind.AutoscalerFailing).Select(failing => failing.Other));
    }

    [Fact]
    public void Without_an_endpoint_the_client_reads_the_first_letter_of_an_error()
    {
        var cluster = Story.Of(1, new SetUsage { Milli = 50 }).With("web", 2).With(TimeSpan.Zero, Of("web", max: 9)).With(
            TimeSpan.Zero, InSystem(Workloads.Service("heapster")));
        cluster.RunFor(Seconds(30));
        Assert.EndsWith(
            "failed to unmarshall heapster response: invalid character 'k' looking for beginning of value",
            Assert.Single(cluster.Of(ObservationKind.AutoscalerFailing)).Other, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_controller_manager_remembers_the_last_scaling()
    {
        var cluster = Story.Of(2, new SetUsage { Milli = 60 }).With("web", 2).With(TimeSpan.Zero, Of("web", max: 20));
        cluster.RunFor(Seconds(60));
        cluster.ControlPlane.Crash("controller-manager-0");
        cluster.RunFor(Minutes(4));
        var scaled = cluster.Of(ObservationKind.AutoscalerScaled).Select(scaled => scaled.At.TotalSeconds).ToList();
        Assert.Equal(2, scaled.Count);
        Assert.InRange(scaled[1], 240, 275);
    }

    [Fact]
    public void What_has_no_scale_fails()
    {
        var cluster = Story.Of(1, new SetUsage())
            .With(TimeSpan.Zero, Of("gone", max: 2), Of("pets", max: 2) with { TargetKind = "PetSet" });
        cluster.RunFor(Seconds(15));
        Assert.Equal(
            ["replicationcontrollers/scale.extensions \"gone\" not found", "the server could not find the requested resource"],
            cluster.Of(ObservationKind.AutoscalerFailing).Select(failing => failing.Other).Order(StringComparer.Ordinal));
    }

    private static void TouchAll(Story cluster, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var scaler = Find(cluster, name);
            var annotations = scaler.Metadata.Annotations.With("touched", $"{cluster.EventCount}");
            cluster.Update(scaler with { Metadata = scaler.Metadata with { Annotations = annotations } });
        }
    }

    /// <summary>Those whose last word is that their status is refused.</summary>
    private static List<string> FrozenOf(Story cluster) =>
    [
        .. cluster.Of(ObservationKind.AutoscalerFailing).GroupBy(failing => failing.Subject)
            .Where(told => told.Last().Other.StartsWith("Operation cannot be fulfilled on", StringComparison.Ordinal))
            .Select(told => told.Key).Order(StringComparer.Ordinal),
    ];

    private static HorizontalPodAutoscaler Find(Story cluster, string name) => cluster.Cluster.Store.Find<HorizontalPodAutoscaler>(
        "HorizontalPodAutoscaler", new ObjectKey("default", name))!;

    private static HorizontalPodAutoscalerStatus StatusOf(Story cluster, string name) => Find(cluster, name).Status;

    private static T InSystem<T>(T value)
        where T : ApiObject => value with { Metadata = value.Metadata with { Namespace = "kube-system" } };

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);
}
