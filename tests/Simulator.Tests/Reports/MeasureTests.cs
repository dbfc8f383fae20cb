using System.Globalization;
using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Xunit;

namespace Simulator.Tests.Reports;

public sealed class MeasureTests
{
    [Fact]
    public void A_zone_loss_gives_every_measure_that_its_facts_hold()
    {
        var expected = """
            availability.replicas 0.867
            availability.usable 0.8465
            availability.worstService 0.8465
            containers.oomKilled 0
            detection.first 40
            detection.last 40
            detection.nodes 1
            endpointsRemoved.first 42
            endpointsRemoved.last 42
            eviction.first 300
            eviction.last 300
            eviction.nodes 1
            eviction.pods 1
            nodes.memoryPressure 0
            nodes.outOfMemory 0
            pending.max 2
            pending.p50 2
            pending.p99 2
            podStart.max 5
            podStart.p50 5
            podStart.p90 5
            podStart.p99 5
            pods.created 1
            pods.evictedByKubelet 0
            pods.pendingAtEnd 0
            pods.refusedByKubelet 0
            podsRemoved.first 341
            podsRemoved.last 341
            recovery.allReplicasReady 307
            recovery.worstWorkload 307
            replicaSeconds.lost 307
            replicaSeconds.lostByReady 266
            replicaSeconds.lostByServing 306
            replicaSeconds.sentToDead 41
            unschedulable.attempts 1
            utilization.cpu.za.end 0
            utilization.cpu.za.start 0.25
            utilization.cpu.zb.end 0.5
            utilization.cpu.zb.start 0.25
            utilization.memory.za.end 0
            utilization.memory.za.start 0.1
            utilization.memory.zb.end 0.2
            utilization.memory.zb.start 0.1
            """;
        Assert.Equal(expected, TextOf(TinyRun.SumUp(TinyRun.ZoneLoss)), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Without_an_outage_its_measures_are_absent()
    {
        var summary = TinyRun.SumUp(TinyRun.Settled + "1000 RunEnded east");
        Assert.Null(summary.Measure("detection.first"));
        Assert.Null(summary.Measure("recovery.allReplicasReady"));
        Assert.Equal(1, summary.Measure("availability.usable"));
    }

    [Fact]
    public void A_node_that_comes_back_heals_its_zone()
    {
        var summary = TinyRun.SumUp(TinyRun.Settled + """
            100  OutageStarted     za   PowerLoss 0
            100  NodeWentDown      n1   PowerLoss
            140  NodeReadyChanged  n1   Unknown
            200  OutageEnded       za   PowerLoss 0
            230  NodeCameBack      n1
            231  NodeReadyChanged  n1   True
            1000 RunEnded          east
            """);
        Assert.Equal(131, summary.Measure("recovery.zone.za"));
        Assert.Null(summary.Measure("recovery.zone.zb"));
        Assert.Equal(200, summary.Outages[0].EndedAt);
    }

    /// <summary>In a network cut nothing is lost in truth until the API takes the pods out of the endpoints.</summary>
    [Fact]
    public void A_cut_node_is_not_healed_before_anybody_has_noticed()
    {
        var summary = TinyRun.SumUp(TinyRun.Settled + """
            100  OutageStarted     za          NetworkCut 0
            100  NodeWentDown      n1          NetworkCut
            140  NodeReadyChanged  n1          Unknown
            140  PodNotReady       default/p1  n1
            200  NodeCameBack      n1
            201  PodReady          default/p1  n1
            1000 RunEnded          east
            """);
        Assert.Equal(101, summary.Measure("recovery.allReplicasReady"));
        Assert.Equal(61, summary.Measure("replicaSeconds.lost"));
        Assert.Equal(0, summary.Measure("replicaSeconds.lostByServing"));
        Assert.Equal(0, summary.Measure("replicaSeconds.sentToDead"));
    }

    [Fact]
    public void Replicas_that_have_never_been_there_are_not_lost()
    {
        var summary = TinyRun.SumUp(TinyRun.Settled + """
            200  WorkloadScaled  default/w  ReplicationController 5
            300  PodCreated      default/p3  default/w
            300  PodBound        default/p3  n2
            300  PodServing      default/p3  n2
            300  PodReady        default/p3  n2
            400  WorkloadScaled  default/w  ReplicationController 1
            1000 RunEnded        east
            """);
        Assert.Equal(0, summary.Measure("replicaSeconds.lost"));
        Assert.Equal(0.75, summary.Measure("availability.usable"));
    }

    [Fact]
    public void A_pod_on_its_way_out_serves_but_is_not_ready()
    {
        var run = TinyRun.Record(TinyRun.Settled + """
            200  PodDeletionMarked  default/p1  n1
            1000 RunEnded           east
            """);
        Assert.Equal(new ReplicaCounts(1, 2, 1), run.Workloads.Single().Counts);
    }

    [Fact]
    public void Pods_removed_without_an_eviction_are_not_an_outages()
    {
        var summary = TinyRun.SumUp(TinyRun.Settled + """
            50   PodDeletionMarked  default/p1  n1
            51   PodRemoved         default/p1  n1
            100  OutageStarted      za          PowerLoss 0
            100  NodeWentDown       n1          PowerLoss
            140  NodeReadyChanged   n1          Unknown
            1000 RunEnded           east
            """);
        Assert.Null(summary.Measure("podsRemoved.first"));
        Assert.Equal((0, 0), (summary.Measure("eviction.pods"), summary.Outages[0].Pods));
    }

    [Fact]
    public void Endpoints_that_a_second_outage_empties_are_not_the_firsts()
    {
        var summary = TinyRun.SumUp(TinyRun.Settled + """
            100  OutageStarted      za          PowerLoss 0
            100  NodeWentDown       n1          PowerLoss
            100  PodStoppedServing  default/p1  n1
            142  EndpointsChanged   default/w   -  1 1
            150  OutageStarted      zb          PowerLoss 1
            150  NodeWentDown       n2          PowerLoss
            195  EndpointsChanged   default/w   -  0 2
            1000 RunEnded           east
            """);
        Assert.Equal(42, summary.Measure("endpointsRemoved.last"));
        Assert.Equal(805, summary.Services[0].SecondsWithoutAddress);
    }

    [Fact]
    public void What_never_heals_has_no_recovery()
    {
        var summary = TinyRun.SumUp(TinyRun.Settled + """
            100  OutageStarted      za          PowerLoss 0
            100  NodeWentDown       n1          PowerLoss
            100  PodStoppedServing  default/p1  n1
            140  NodeReadyChanged   n1          Unknown
            1000 RunEnded           east
            """);
        Assert.Null(summary.Measure("recovery.allReplicasReady"));
        Assert.Equal(900, summary.Measure("recovery.worstWorkload"));
        Assert.True(summary.Workloads[0].IsShort);
        Assert.Contains("has not healed 15 min later", summary.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pet_that_comes_back_under_its_name_is_counted_once()
    {
        var run = TinyRun.Record(TinyRun.Settled + """
            100  PodRemoved         default/p1  n1
            101  PodCreated         default/p1  default/w 250 400
            102  PodBound           default/p1  n2
            103  PodServing         default/p1  n2
            103  PodReady           default/p1  n2
            110  PodStoppedServing  default/p1  n1
            1000 RunEnded           east
            """);
        Assert.Equal(new ReplicaCounts(2, 2, 2), run.Workloads.Single().Counts);
        Assert.Equal(3, run.Pods.Count());
    }

    [Fact]
    public void A_second_outage_leaves_the_moments_of_the_first()
    {
        var first = TinyRun.ZoneLoss.Replace("1000 RunEnded            east", "", StringComparison.Ordinal);
        var summary = TinyRun.SumUp(first + """
            500  OutageStarted      zb          PowerLoss 1
            500  NodeWentDown       n2          PowerLoss 1
            500  PodStoppedServing  default/p2  n2
            540  NodeReadyChanged   n2          Unknown
            541  EndpointsChanged   default/w   -  1 1
            1000 RunEnded           east
            """);
        Assert.Equal(
            (40, 42, 307),
            (summary.Measure("detection.last"), summary.Measure("endpointsRemoved.last"), summary.Measure("recovery.allReplicasReady")));
        Assert.Equal((2, 1, 2), (summary.Outages.Count, summary.Outages[1].Nodes, summary.Outages[1].Pods));
    }

    [Fact]
    public void The_catalog_is_sorted_and_knows_zones_by_any_name()
    {
        var names = MeasureCatalog.All.Select(entry => entry.Pattern).ToArray();
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);
        Assert.True(MeasureCatalog.IsKnown("utilization.cpu.us-east1-b.end"));
        Assert.False(MeasureCatalog.IsKnown("utilization.cpu..end"));
        Assert.False(MeasureCatalog.IsKnown("recovery.allReplicasRedy"));
        Assert.False(MeasureCatalog.IsKnown("Detection.first"));
    }

    private static string TextOf(Summary summary) =>
        string.Join(
            '\n', summary.Measures.Select(measure => string.Create(CultureInfo.InvariantCulture, $"{measure.Key} {measure.Value}")));
}
