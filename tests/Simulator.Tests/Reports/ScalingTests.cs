using Simulator.Api;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>What horizontal autoscalers came to: how fast, what they could not see, and where they were at their end.</summary>
public sealed class ScalingTests
{
    private const string Grown = TinyRun.Settled + """
        100  WorkloadScaled      default/w   ReplicationController 4
        101  AutoscalerScaled    default/w   CPU 4 2
        102  PodCreated          default/p3  default/w 250  400
        102  PodBound            default/p3  n2
        110  PodServing          default/p3  n2
        110  PodReady            default/p3  n2
        120  PodCreated          default/p4  default/w 250  400
        120  PodBound            default/p4  n1
        130  PodServing          default/p4  n1
        131  PodReady            default/p4  n1

        """;

    private const string End = "1000 RunEnded east\n";

    private static readonly Scenario Scaled = TinyRun.Scenario with
    {
        Clusters =
        [
            TinyRun.Scenario.Clusters[0] with
            {
                Workloads =
                [
                    .. TinyRun.Scenario.Clusters[0].Workloads,
                    new WorkloadSpec(
                        TimeSpan.Zero,
                        [
                            new HorizontalPodAutoscaler
                            {
                                Metadata = new ObjectMeta { Name = "scaler", Namespace = "default" },
                                TargetKind = "ReplicationController",
                                TargetName = "w",
                                MaxReplicas = 4,
                                TargetCpuUtilization = 50,
                            },
                        ]),
                ],
            },
        ],
    };

    private static Scenario Elastic => TinyRun.Scenario with
    {
        Clusters =
        [
            TinyRun.Scenario.Clusters[0] with
            {
                NodePools = [new NodePoolSpec { Name = "e", Count = 0, Capacity = ResourceList.Empty, Limits = new SizeLimits(0, 5) }],
            },
        ],
    };

    [Fact]
    public void A_decision_is_over_when_the_workload_has_what_it_was_asked_for()
    {
        var summary = TinyRun.SumUp(Grown + End);
        Assert.Equal(1, summary.Measures["scaling.up"]);
        Assert.Equal(0, summary.Measures["scaling.down"]);
        Assert.Equal(30, summary.Measures["scaling.upToReady.max"]);
        Assert.Contains(
            summary.Reasons,
            "Autoscaler w went from 2 replicas to 4 at 0:01:41 in one step, all of them ready 30 s after the decision.".Equals);
    }

    [Fact]
    public void Of_several_climbs_the_largest_is_told_and_no_other_is_counted_to_it()
    {
        const string Before = "20 AutoscalerScaled default/w CPU 3 2\n30 AutoscalerScaled default/w All 2 3\n";
        var summary = TinyRun.SumUp(TinyRun.Settled + Before + Grown[TinyRun.Settled.Length..] + End);
        Assert.Equal(2, summary.Measures["scaling.up"]);
        Assert.Contains(
            summary.Reasons, reason => reason.StartsWith(
                "Autoscaler w went from 2 replicas to 4 at 0:01:41 in one step", StringComparison.Ordinal));
    }

    [Fact]
    public void What_never_became_ready_is_no_time_and_is_said()
    {
        var summary = TinyRun.SumUp(Grown.Replace("131  PodReady", "131  PodNotReady", StringComparison.Ordinal) + End);
        Assert.DoesNotContain("scaling.upToReady.max", summary.Measures.Keys);
        Assert.Contains(summary.Reasons, reason => reason.Contains("not all of them ready at the end", StringComparison.Ordinal));
    }

    [Fact]
    public void An_autoscaler_at_its_maximum_under_too_high_a_load_is_told_with_what_it_lacked()
    {
        var summary = TinyRun.SumUp(Grown + "400 AutoscalerMeasured default/scaler - 100 4\n" + End, Scaled);
        var finding = Assert.Single(summary.Findings, finding => finding.Kind == "autoscaler-at-max");
        Assert.Equal(
            "Autoscaler scaler stands at its maximum of 4 replicas since 0:06:40, with CPU at 100 % of the request at the end: 40 "
                + "replica-minutes were missing to its target of 50 %.",
            finding.Sentence);
        Assert.Equal(2 * 4 * 600, finding.Cost);
        Assert.Equal(4 * 600, summary.Measures["scaling.cappedReplicaSeconds"]);
    }

    [Fact]
    public void Without_a_word_of_its_target_it_aims_at_80_percent()
    {
        var cluster = Scaled.Clusters[0];
        var scaler = (HorizontalPodAutoscaler)cluster.Workloads[^1].Objects[0] with { TargetCpuUtilization = null };
        var scenario = Scaled with
        {
            Clusters = [cluster with { Workloads = [cluster.Workloads[0], new WorkloadSpec(TimeSpan.Zero, [scaler])] }],
        };
        var summary = TinyRun.SumUp(Grown + "400 AutoscalerMeasured default/scaler - 160 4\n" + End, scenario);
        var finding = Assert.Single(summary.Findings, finding => finding.Kind == "autoscaler-at-max");
        Assert.Contains("were missing to its target of 80 %", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Below_its_maximum_or_within_its_target_it_is_not_told()
    {
        var below = TinyRun.SumUp(TinyRun.Settled + "400 AutoscalerMeasured default/scaler - 2183 4\n" + End, Scaled);
        var within = TinyRun.SumUp(Grown + "400 AutoscalerMeasured default/scaler - 50 4\n" + End, Scaled);
        Assert.DoesNotContain(below.Findings.Concat(within.Findings), finding => finding.Kind == "autoscaler-at-max");
    }

    [Fact]
    public void What_an_autoscaler_could_not_see_is_time_and_a_finding_if_it_lasts()
    {
        var blind = TinyRun.SumUp(Grown + "400 AutoscalerFailing default/scaler no~metrics\n" + End, Scaled);
        var finding = Assert.Single(blind.Findings, finding => finding.Kind == "autoscalers-failing");
        Assert.Equal("Horizontal autoscaler scaler has done nothing since 0:06:40: no metrics.", finding.Sentence);
        Assert.Equal(600, finding.Cost);
        var mended = TinyRun.SumUp(
            Grown + "400 AutoscalerFailing default/scaler no~metrics\n460 AutoscalerFailing default/scaler -\n" + End, Scaled);
        Assert.DoesNotContain(mended.Findings, finding => finding.Kind == "autoscalers-failing");
        Assert.Equal(60, mended.Measures["scaling.blindSeconds"]);
    }

    [Fact]
    public void Replicas_that_went_with_preempted_machines_are_told()
    {
        const string Machine = "10 MachineRequested e-0001 e\n20 MachineGiven e-0001 za\n100 MachineDeleted e-0001 preempted 80\n";
        const string Fall = "100 PodStoppedServing default/p1 n1\n400 PodServing default/p1 n1\n";
        var summary = TinyRun.SumUp(TinyRun.Settled + Machine + Fall + End, Elastic);
        var finding = Assert.Single(summary.Findings, finding => finding.Kind == "machines-preempted");
        Assert.Equal("1 machine was preempted (e): 5 replica-minutes were lost meanwhile, most of w.", finding.Sentence);
        Assert.Equal(300, finding.Cost);
        Assert.Empty(TinyRun.SumUp(TinyRun.Settled + Machine + End, Elastic).Findings);
    }

    [Fact]
    public void Machines_that_the_cloud_does_not_give_are_told_with_why()
    {
        const string Waits = "400 MachineRequested e-0001 e\n400 MachineWaits e-0001 there~are~none\n";
        var summary = TinyRun.SumUp(TinyRun.Settled + Waits + End, Elastic);
        var finding = Assert.Single(summary.Findings, finding => finding.Kind == "machines-missing");
        Assert.Equal("1 machine of pool e asked for since 0:06:40 has not been given at the end: there are none.", finding.Sentence);
        var given = TinyRun.SumUp(TinyRun.Settled + Waits + "500 MachineGiven e-0001 za\n" + End, Elastic);
        Assert.DoesNotContain(given.Findings, finding => finding.Kind == "machines-missing");
    }
}
