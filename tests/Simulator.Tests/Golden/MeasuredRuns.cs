using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>
/// Whole clusters, timed: the real 1.3.10 control plane with 60 hollow nodes against the shipped scenarios that rebuild its runs, ten
/// seeds each. What control loops decide must agree within 5 s or 5 %, start-up percentiles within the spread of the measured runs.
/// </summary>
public sealed class MeasuredRuns
{
    private static readonly string[] DeadNodes = ["hollow-z0-0001", "hollow-z0-0002", "hollow-z0-0003", "hollow-z0-0004", "hollow-z0-0005"];
    private static readonly string[] NodesDeadForLong = ["hollow-z2-old-0001", "hollow-z2-old-0002", "hollow-z2-old-0003"];

    private static readonly Mark[] ZoneOutage =
    [
        new(
            "all pods ready (from their creation)", Recorded("zone-outage", "marks.allReady") - Recorded("zone-outage", "marks.create"),
            (run, _) => run.Last(ObservationKind.PodReady, 20, until: 65)),
        new(
            "first node marked Unknown", Recorded("zone-outage", "nodesUnknown.first"),
            (run, kill) => run.First(ObservationKind.NodeReadyChanged, kill)),
        new(
            "last node marked Unknown", Recorded("zone-outage", "nodesUnknown.last"),
            (run, kill) => run.Last(ObservationKind.NodeReadyChanged, kill)),
        new("endpoints at their lowest", Recorded("zone-outage", "endpoints.lowestAt"), (run, kill) => run.LowestEndpointsAt(kill)),
        new(
            "first pod evicted", Recorded("zone-outage", "podsMarkedForDeletion.first"),
            (run, kill) => run.First(ObservationKind.PodDeletionMarked, kill)),
        new(
            "last pod evicted", Recorded("zone-outage", "podsMarkedForDeletion.last"),
            (run, kill) => run.Last(ObservationKind.PodDeletionMarked, kill)),
        new(
            "first replacement created", Recorded("zone-outage", "podsCreatedAfter.first"),
            (run, kill) => run.First(ObservationKind.PodCreated, kill)),
        new(
            "last replacement created", Recorded("zone-outage", "podsCreatedAfter.last"),
            (run, kill) => run.Last(ObservationKind.PodCreated, kill)),
        new(
            "last replacement ready", Recorded("zone-outage", "podsCreatedAfter.lastReady"),
            (run, kill) => run.Last(ObservationKind.PodReady, kill)),
        new("endpoints complete again", Recorded("zone-outage", "endpoints.finalAt"), (run, kill) => run.FinalEndpointsAt(kill)),
        new(
            "first evicted pod gone", Recorded("zone-outage", "podsRemoved.first"),
            (run, kill) => run.First(ObservationKind.PodRemoved, kill)),
        new(
            "last evicted pod gone", Recorded("zone-outage", "podsRemoved.last"),
            (run, kill) => run.Last(ObservationKind.PodRemoved, kill)),
        Mark.Count("ready endpoints at the lowest", Recorded("zone-outage", "endpoints.lowest"), (run, kill) => run.LowestEndpoints(kill)),
        Mark.Count("ready endpoints at the end", Recorded("zone-outage", "endpoints.final"), (run, _) => run.FinalEndpoints()),
        .. Startups,
    ];

    private static readonly Mark[] Density =
    [
        new(
            "last pod created", Recorded("density", "podsCreatedAfter.last"),
            (run, creation) => run.Last(ObservationKind.PodCreated, creation)),
        new(
            "last pod ready", Recorded("density", "podsCreatedAfter.lastReady"),
            (run, creation) => run.Last(ObservationKind.PodReady, creation)),
        new("endpoints complete", Recorded("density", "endpoints.finalAt"), (run, creation) => run.FinalEndpointsAt(creation)),
        Mark.Count("ready endpoints at the end", Recorded("density", "endpoints.final"), (run, _) => run.FinalEndpoints()),
        .. Startups,
    ];

    private static readonly Mark[] RollingUpdate =
    [
        new(
            "first old pod marked for deletion", Recorded("rolling-update", "podsMarkedForDeletion.first"),
            (run, change) => run.First(ObservationKind.PodDeletionMarked, change)),
        new(
            "last old pod marked for deletion", Recorded("rolling-update", "podsMarkedForDeletion.last"),
            (run, change) => run.Last(ObservationKind.PodDeletionMarked, change)),
        new(
            "last old pod gone", Recorded("rolling-update", "podsRemoved.last"),
            (run, change) => run.Last(ObservationKind.PodRemoved, change)),
        new(
            "first new pod created", Recorded("rolling-update", "podsCreatedAfter.first"),
            (run, change) => run.First(ObservationKind.PodCreated, change)),
        new(
            "last new pod created", Recorded("rolling-update", "podsCreatedAfter.last"),
            (run, change) => run.Last(ObservationKind.PodCreated, change)),
        new(
            "last new pod ready", Recorded("rolling-update", "podsCreatedAfter.lastReady"),
            (run, change) => run.Last(ObservationKind.PodReady, change)),
        new(
            "endpoints at their last change", Recorded("rolling-update", "endpoints.finalAt"),
            (run, change) => run.FinalEndpointsAt(change)),
        Mark.Count(
            "ready endpoints at the lowest", Recorded("rolling-update", "endpoints.lowest"), (run, change) => run.LowestEndpoints(change)),
        Mark.Count("ready endpoints at the end", Recorded("rolling-update", "endpoints.final"), (run, _) => run.FinalEndpoints()),
        .. Startups,
    ];

    /// <summary>A token of the eviction limiters comes every 10 s: the median must not be one late, a seed may be.</summary>
    private static readonly Mark[] ControllerManagerRestart =
    [
        .. Enumerable.Range(0, DeadNodes.Length).Select(Eviction),
        new Mark(
            "last evicted pod marked", Recorded("controller-manager-restart", "podsMarkedForDeletion.last"),
            (run, death) => run.Last(ObservationKind.PodDeletionMarked, death)).Within(1),
        new Mark(
            "endpoints at full strength", Recorded("controller-manager-restart", "endpoints.finalAt"),
            (run, death) => run.FinalEndpointsAt(death)).Within(1),
        new Mark(
            "first evicted pod's object gone", Recorded("controller-manager-restart", "podsRemoved.first"),
            (run, death) => run.First(ObservationKind.PodRemoved, death)).Within(6),
        new Mark(
            "last evicted pod's object gone", Recorded("controller-manager-restart", "podsRemoved.last"),
            (run, death) => run.Last(ObservationKind.PodRemoved, death)).Within(6),
        Mark.Count("endpoints in the end", Recorded("controller-manager-restart", "endpoints.final"), (run, _) => run.FinalEndpoints()),
    ];

    /// <summary>The spread is that of the three measured runs (density, rolling-update, zone-outage).</summary>
    private static Mark[] Startups =>
    [
        Spread("pod start-up, median", "podStartup.p50", 0.50),
        Spread("pod start-up, p90", "podStartup.p90", 0.90),
        Spread("pod start-up, p99", "podStartup.p99", 0.99),
    ];

    private static Mark Spread(string name, string mark, double share)
    {
        var measured = new[] { "density", "rolling-update", "zone-outage" }.Select(run => Recorded(run, mark)).ToList();
        return Mark.Spread(name, measured.Min(), measured.Max(), (run, _) => run.Startup(share));
    }

    private static Mark Eviction(int node) => new Mark(
        $"dead node {node + 1} evicted",
        Recorded("controller-manager-restart", $"nodesEvicted.node{node + 1}"),
        (run, death) => run.NodesEvicted(death).First(evicted => evicted.Node == DeadNodes[node]).At).Within(1);

    [Fact]
    public void Zone_outage_agrees() => Agrees("measured-zone-outage", zero: 65, ZoneOutage);

    [Fact]
    public void Density_agrees() => Agrees("measured-density", zero: 20, Density);

    [Fact]
    public void Rolling_update_agrees() => Agrees("measured-rolling-update", zero: 40, RollingUpdate);

    [Fact]
    public void Controller_manager_restart_agrees()
    {
        var runs = Agrees("measured-controller-manager-restart", zero: 420, ControllerManagerRestart);

        // All eight fell due in one pass: first in, first out, those last that died first.
        Assert.All(
            runs,
            run => Assert.Equal([.. DeadNodes, .. NodesDeadForLong], run.NodesEvicted(zero: 520).Take(8).Select(evicted => evicted.Node)));
    }

    private static double Recorded(string run, string path) => MeasuredTable.Recorded(run, path);

    private static MeasuredMarks[] Agrees(string scenario, double zero, Mark[] marks) => MeasuredTable.Agrees(scenario, zero, marks);
}
