using Simulator.Api;
using Simulator.Reports.Measures;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>
/// From the change of a load to answers as promised. A pod serves ten requests a second with 100m each, asks for 1000m, and is to use half:
/// five requests a second.
/// </summary>
public sealed class ReactionTests
{
    private const string End = "1000 RunEnded east\n";

    /// <summary>Two pods have ten requests a second; from 100 s on fifteen.</summary>
    private const string Climb = TinyRun.Settled + """
        0    TrafficChanged      default/w   -         10000 0
        0    LatencyChanged      default/w   -         100000 200000
        0    LatencyTailChanged  default/w   -         300000 0
        100  TrafficChanged      default/w   -         15000 300
        101  LatencyChanged      default/w   -         100000 900000
        140  WorkloadScaled      default/w   ReplicationController 3
        140  AutoscalerScaled    default/w   CPU 3 2
        141  PodCreated          default/p3  default/w 250  400
        150  MachineRequested    e-0001      e
        160  MachineGiven        e-0001      za
        300  NodeAdded           e-0001      za        1000 4000
        310  NodeReadyChanged    e-0001      True
        312  PodBound            default/p3  e-0001
        320  PodServing          default/p3  e-0001
        321  PodReady            default/p3  e-0001
        330  LatencyChanged      default/w   -         100000 200000

        """;

    [Fact]
    public void The_way_of_the_last_pod_that_was_needed_adds_up_to_the_whole()
    {
        var summary = TinyRun.SumUp(Climb + End, With(new ObjectiveSpec { P95 = TimeSpan.FromMilliseconds(500), Answered = 0.9 }));
        var measures = summary.Measures;
        Assert.Equal(230, measures["scaling.reaction.max"]);
        Assert.Equal(40, measures["scaling.reaction.toDecision"]);
        Assert.Equal(10, measures["scaling.reaction.toMachine"]);
        Assert.Equal(160, measures["scaling.reaction.toNode"]);
        Assert.Equal(11, measures["scaling.reaction.toPods"]);
        Assert.Equal(9, measures["scaling.reaction.toPromise"]);
        Assert.Contains(
            "The load of w exceeded its target from 0:01:40 on and was caught up with after 3 min 50 s: 40 s until it decided, 10 s "
                + "until a "
                + "machine was requested, 2 min 40 s until its node was Ready, 11 s until enough pods were ready, 9 s until users were "
                + "served as promised.",
            summary.Reasons);
    }

    [Fact]
    public void Nothing_is_promised_but_answers_unless_somebody_says_so()
    {
        var summary = TinyRun.SumUp(Climb + End, With(new ObjectiveSpec()));
        Assert.Equal(0, summary.Measures["scaling.reaction.toPromise"]);
        Assert.Contains(summary.Reasons, reason => reason.Contains("served as promised again before the end", StringComparison.Ordinal));
        var answered = TinyRun.SumUp(Climb + "300 TrafficChanged default/w - 15000 0\n" + End, With(new ObjectiveSpec { Answered = 0.9 }));
        Assert.DoesNotContain(answered.Reasons, reason => reason.Contains("promised", StringComparison.Ordinal));
    }

    [Fact]
    public void Several_decisions_are_told_with_the_first_and_the_last()
    {
        var facts = Climb.Replace("100  TrafficChanged      default/w   -         15000 300", """
            100  TrafficChanged      default/w   -         15000 300
                    120  AutoscalerScaled    default/w   CPU 3 2
            """, StringComparison.Ordinal);
        var summary = TinyRun.SumUp(facts + End, With(new ObjectiveSpec()));
        Assert.Contains(
            summary.Reasons, reason => reason.Contains(
                ": 40 s until the last of 2 decisions (the first after 20 s), 10 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("10500")]
    [InlineData("11000")]
    public void A_load_within_the_tolerance_is_no_reason_to_react(string rate)
    {
        var summary = TinyRun.SumUp(Climb.Replace("15000", rate, StringComparison.Ordinal) + End, With(new ObjectiveSpec()));
        Assert.DoesNotContain("scaling.reaction.max", summary.Measures.Keys);
    }

    [Fact]
    public void A_load_that_falls_before_it_is_caught_up_with_is_no_reaction()
    {
        var facts = Climb.Replace("300  NodeAdded ", "299  TrafficChanged default/w - 5000 0\n300  NodeAdded ", StringComparison.Ordinal);
        Assert.DoesNotContain("scaling.reaction.max", TinyRun.SumUp(facts + End, With(new ObjectiveSpec())).Measures.Keys);
    }

    [Fact]
    public void Pods_are_missing_to_what_they_can_serve_and_idle_beyond_the_target()
    {
        const string Facts = TinyRun.Settled + """
            0    TrafficChanged      default/w   -         10000 0
            100  TrafficChanged      default/w   -         40000 0
            460  TrafficChanged      default/w   -         5000 0

            """;
        var measures = TinyRun.SumUp(Facts + End, With(new ObjectiveSpec())).Measures;
        Assert.Equal(2 * 360 / 3600.0, measures["scaling.podHoursMissing"], 0.001);
        Assert.Equal(540 / 3600.0, measures["scaling.podHoursIdle"], 0.001);
    }

    [Fact]
    public void Demands_change_without_a_fact_and_count_by_the_request()
    {
        var scenario = With(new ObjectiveSpec(), new LoadSpec
        {
            CpuDemand = [new DemandStep(TimeSpan.FromSeconds(100), 3000), new DemandStep(TimeSpan.FromSeconds(460), 0)],
        });
        var measures = TinyRun.SumUp(TinyRun.Settled + End, scenario).Measures;
        Assert.Equal(360 / 3600.0, measures["scaling.podHoursMissing"], 0.001);
        Assert.Equal(2 * 640 / 3600.0, measures["scaling.podHoursIdle"], 0.001);
    }

    [Fact]
    public void Without_a_load_nothing_is_said_of_pods_that_were_needed()
    {
        var measures = TinyRun.SumUp(Climb + End).Measures;
        Assert.DoesNotContain(measures.Keys, name => name.StartsWith("scaling.podHours", StringComparison.Ordinal));
        Assert.Equal("no application of the scenario has a load", MeasureCatalog.Lack("scaling.reaction.max", TinyRun.Scenario));
    }

    private static Scenario With(ObjectiveSpec objective, LoadSpec? load = null)
    {
        var cluster = TinyRun.Scenario.Clusters[0];
        var controller = cluster.Workloads[0].Objects.OfType<ReplicationController>().Single();
        var pod = new PodSpec { Containers = [new Container { Name = "c", Requests = Cpu(1000) }] };
        return TinyRun.Scenario with
        {
            Clusters =
            [
                cluster with
                {
                    NodePools = [new NodePoolSpec { Name = "e", Count = 0, Capacity = Cpu(1000), Limits = new SizeLimits(0, 5) }],
                    Applications =
                    [
                        new ApplicationSpec
                        {
                            Selector = LabelSet.Of(("app", "w")),
                            Load = load ?? new LoadSpec { ServiceTime = TimeSpan.FromMilliseconds(100) },
                        },
                    ],
                    Traffic = [new TrafficSpec { Services = ["w"], Rate = [new RateStep(TimeSpan.Zero, 10)], Objective = objective }],
                    Workloads =
                    [
                        new WorkloadSpec(TimeSpan.Zero,
                        [
                            cluster.Workloads[0].Objects.OfType<Service>().Single(),
                            controller with { Template = controller.Template with { Spec = pod } },
                            new HorizontalPodAutoscaler
                            {
                                Metadata = new ObjectMeta { Name = "w", Namespace = "default" },
                                TargetKind = "ReplicationController",
                                TargetName = "w",
                                MaxReplicas = 9,
                                TargetCpuUtilization = 50,
                            },
                        ]),
                    ],
                },
            ],
        };
    }

    private static ResourceList Cpu(long milli) =>
        ResourceList.Of([KeyValuePair.Create(ResourceNames.Cpu, Quantity.FromMilli(milli))]);
}
