using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Golden;

/// <summary>
/// Whole clusters, timed: the real 1.20.2 control plane with hollow nodes against the shipped scenarios that rebuild its runs, ten seeds
/// each. What control loops decide must agree within 5 s or 5 %, start-up percentiles within the spread of the measured runs.
/// </summary>
public sealed class MeasuredTaints
{
    private static readonly Mark[] ZoneOutage =
    [
        At("first node marked Unknown by taints", "zone-outage", "nodesUnknown.first", ObservationKind.NodeReadyChanged),
        Last("last node marked Unknown by taints", "zone-outage", "nodesUnknown.last", ObservationKind.NodeReadyChanged),
        At("first node tainted", "zone-outage", "nodesTaintedNoExecute.first", ObservationKind.NodeTainted),
        At("first tolerant pod evicted", "zone-outage", "podsMarkedForDeletion.first", ObservationKind.PodDeletionMarked),
        Last("last tolerant pod evicted", "zone-outage", "podsMarkedForDeletion.last", ObservationKind.PodDeletionMarked),
        Last("last replacement of a Deployment ready", "zone-outage", "podsCreatedAfter.lastReady", ObservationKind.PodReady),
        new("endpoints at their lowest, taints", Recorded("zone-outage", "endpoints.lowestAt"), (run, kill) => run.LowestEndpointsAt(kill)),
        new("endpoints complete again, taints", Recorded("zone-outage", "endpoints.finalAt"), (run, kill) => run.FinalEndpointsAt(kill)),
        Mark.Count(
            "ready endpoints at the lowest, taints", Recorded("zone-outage", "endpoints.lowest"), (run, kill) => run.LowestEndpoints(kill)),
        Mark.Count("old pods gone at the end", 0, (run, _) => run.CountOf(ObservationKind.PodRemoved)),
        .. Startups,
    ];

    private static readonly Mark[] Tolerations =
    [
        At("first node marked Unknown, five lost", "tolerations", "nodesUnknown.first", ObservationKind.NodeReadyChanged),
        Last("last node marked Unknown, five lost", "tolerations", "nodesUnknown.last", ObservationKind.NodeReadyChanged),
        At("first taint, five lost", "tolerations", "nodesTaintedNoExecute.first", ObservationKind.NodeTainted),
        Evicted("first pod of 30 s evicted", "fast.first", times => times.First(IsFast)),
        Evicted("last pod of 30 s evicted", "fast.last", times => times.Last(IsFast)),
        Evicted("first pod of 300 s evicted", "slow.first", times => times.First(time => !IsFast(time))),
        Evicted("last pod of 300 s evicted", "slow.last", times => times.Last(time => !IsFast(time))),
        new(
            "endpoints at their lowest, five lost", Recorded("tolerations", "endpoints.lowestAt"),
            (run, kill) => run.LowestEndpointsAt(kill)),
        new("endpoints complete again, five lost", Recorded("tolerations", "endpoints.finalAt"), (run, kill) => run.FinalEndpointsAt(kill)),
    ];

    private static readonly Mark[] RollingUpdate =
    [
        At("first old pod of a quarter marked", "rolling-update", "podsMarkedForDeletion.first", ObservationKind.PodDeletionMarked),
        Last("last old pod of a quarter marked", "rolling-update", "podsMarkedForDeletion.last", ObservationKind.PodDeletionMarked),
        Last("last new pod of a quarter ready", "rolling-update", "podsCreatedAfter.lastReady", ObservationKind.PodReady),
        Last("last old pod of a quarter gone", "rolling-update", "podsRemoved.last", ObservationKind.PodRemoved),
        Mark.Count(
            "ready endpoints at the lowest, a quarter", Recorded("rolling-update", "endpoints.lowest"),
            (run, change) => run.LowestEndpoints(change)),
    ];

    /// <summary>
    /// A node is empty at a sweep of its kubelet, and the next one begins then. On which side of a sweep the first eviction falls, 2.7 s
    /// before one, is chance in each pod: no median tells it.
    /// </summary>
    private static readonly Mark[] Drain =
    [
        At("first pod evicted under a budget", "drain-with-pdb", "podsMarkedForDeletion.first", ObservationKind.PodDeletionMarked),
        Last("last pod evicted under a budget", "drain-with-pdb", "podsMarkedForDeletion.last", ObservationKind.PodDeletionMarked)
            .BySweep(),
        At("first old pod gone, drained", "drain-with-pdb", "podsRemoved.first", ObservationKind.PodRemoved),
        Last("last old pod gone, drained", "drain-with-pdb", "podsRemoved.last", ObservationKind.PodRemoved).BySweep(),
        Last("last replacement ready, drained", "drain-with-pdb", "podsCreatedAfter.lastReady", ObservationKind.PodReady).BySweep(),
        Mark.Count(
            "ready endpoints at the lowest, drained", Recorded("drain-with-pdb", "endpoints.lowest"),
            (run, drain) => run.LowestEndpoints(drain)),
        new Mark(
            "endpoints complete again, drained", Recorded("drain-with-pdb", "endpoints.finalAt"),
            (run, drain) => run.FinalEndpointsAt(drain)).BySweep(),
    ];

    private static readonly Mark[] Preemption =
    [
        At("first victim marked", "preemption", "podsMarkedForDeletion.first", ObservationKind.PodDeletionMarked),
        Last("last victim marked", "preemption", "podsMarkedForDeletion.last", ObservationKind.PodDeletionMarked),
        Phased("first victim gone", "podsRemoved.first", ObservationKind.PodRemoved),
        Last("last victim gone", "preemption", "podsRemoved.last", ObservationKind.PodRemoved),
        Last("last preempting pod ready", "preemption", "podsCreatedAfter.lastReady", ObservationKind.PodReady),
        Mark.Count("victims", Recorded("preemption", "podsMarkedForDeletion.count"), (run, high) =>
            run.All(ObservationKind.PodDeletionMarked, high).Count),
        Mark.Count(
            "ready endpoints at the lowest, preempted", Recorded(
                "preemption", "endpoints.lowest"), (run, high) => run.LowestEndpoints(high)),
        new(
            "endpoints at their lowest, preempted", Recorded("preemption", "endpoints.lowestAt"),
            (run, high) => run.LowestEndpointsAt(high)),
        Mark.Count("endpoints in the end, preempted", Recorded("preemption", "endpoints.final"), (run, _) => run.FinalEndpoints()),
        new("endpoints final, preempted", Recorded("preemption", "endpoints.finalAt"), (run, high) => run.FinalEndpointsAt(high)),
    ];

    /// <summary>The spread is that of the measured runs of this version.</summary>
    private static Mark[] Startups =>
    [
        Spread("pod start-up by leases, median", "podStartup.p50", 0.50),
        Spread("pod start-up by leases, p90", "podStartup.p90", 0.90),
    ];

    [Fact]
    public void Zone_outage_agrees() => MeasuredTable.Agrees("measured-1.20-zone-outage", zero: 65, ZoneOutage);

    [Fact]
    public void Tolerations_agree() => MeasuredTable.Agrees("measured-1.20-tolerations", zero: 41, Tolerations);

    [Fact]
    public void Rolling_update_agrees() => MeasuredTable.Agrees("measured-1.20-rolling-update", zero: 40, RollingUpdate);

    [Fact]
    public void Drain_under_a_budget_agrees() => MeasuredTable.Agrees("measured-1.20-drain-with-pdb", zero: 42, Drain);

    [Fact]
    public void Preemption_agrees() => MeasuredTable.Agrees("measured-1.20-preemption", zero: 50, Preemption);

    private static double Recorded(string run, string path) => MeasuredTable.Recorded($"{run}-1.20", path);

    private static Mark At(string name, string run, string path, ObservationKind kind) =>
        new(name, Recorded(run, path), (marks, zero) => marks.First(kind, zero));

    private static Mark Last(string name, string run, string path, ObservationKind kind) =>
        new(name, Recorded(run, path), (marks, zero) => marks.Last(kind, zero));

    /// <summary>Between the two groups lie minutes; how many pods of each are on lost nodes is another number with each seed.</summary>
    private static bool IsFast(double time) => time < 200;

    private static Mark Evicted(string name, string path, Func<IReadOnlyList<double>, double> pick) => new(
        name, Recorded("tolerations", $"marks.markedForDeletion.{path}"),
        (marks, zero) => pick(marks.All(ObservationKind.PodDeletionMarked, zero)));

    /// <summary>Between the two samples: it depends on where in their sweeps the kubelets are, which is chance in each cluster.</summary>
    private static Mark Phased(string name, string path, ObservationKind kind) => Mark.Spread(
        name, Recorded("preemption-2", path), Recorded("preemption", path), (marks, zero) => marks.First(kind, zero));

    private static Mark Spread(string name, string mark, double share)
    {
        var measured = new[] { "zone-outage", "tolerations", "rolling-update" }.Select(run => Recorded(run, mark)).ToList();
        return Mark.Spread(name, measured.Min() - 0.05, measured.Max() + 0.05, (run, _) => run.Startup(share));
    }
}
