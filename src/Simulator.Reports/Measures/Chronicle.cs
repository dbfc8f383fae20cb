using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Statistics;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <param name="At">Seconds since the start of the run.</param>
public sealed record ChronicleRow(double At, string Text);

/// <summary>
/// What happened besides outages and is worth telling in a line: what users did, and which programs stopped, started or took over.
/// </summary>
internal sealed class Chronicle
{
    /// <summary>More is only counted: a run of weeks has thousands.</summary>
    private const int RowsMax = 200;

    private readonly List<(string Cluster, ChronicleRow Row)> _rows = [];

    private readonly Crowd _initialized = new(
        (fact, _) => $"{Names.Short(fact.Subject)} was told to be initialized", "pets were told to be initialized");

    private readonly Crowd _forced = new(
        (fact, run) =>
            $"{new DiskNames(run).Of(fact.Cluster, fact.Subject)} is taken from {fact.Other} by force after "
                + $"{HumanTime.Long(fact.Value / 1e6)}",
        "disks are taken from their nodes by force");

    private readonly Crowd _overlaps = new(
        (fact, _) => $"{Names.Short(fact.Subject)} runs twice, {OverlapPlaces.Told(fact.Other)}", "pets run twice");

    private readonly Crowd _overlapEnds = new((fact, _) => $"{Names.Short(fact.Subject)} no longer runs twice", "pets no longer run twice");

    private readonly Crowd _outOfMemory = new(
        (fact, _) =>
            $"the kernel kills a container of {Names.Short(fact.Subject)} on {fact.Other}: "
                + $"{(fact.Extra == 1 ? "the node's memory is full" : "it has reached its own memory limit")}",
        "containers are killed by the kernel for their memory");

    private readonly Crowd _evicted = new(
        (fact, _) => $"{Names.Short(fact.Subject)} is evicted by its kubelet: {fact.Other}", "pods are evicted by their kubelets");

    private readonly Crowd _refused = new(
        (fact, _) => $"{Names.Short(fact.Subject)} is refused by its kubelet: {fact.Other}", "pods are refused by their kubelets");

    private readonly HashSet<(string Cluster, string Zone)> _troubled = [];

    /// <summary>In the order of their times.</summary>
    public IReadOnlyList<ChronicleRow> RowsOf(RunRecorder run) =>
        [.. _rows.Select(entry => Named(entry.Cluster, entry.Row, run)).Concat(new[]
        {
            _initialized,
            _forced,
            _overlaps,
            _overlapEnds,
            _outOfMemory,
            _evicted,
            _refused,
        }.SelectMany(crowd => crowd.RowsOf(run))).OrderBy(row => row.At)];

    public long Dropped { get; private set; }

    /// <summary>One of several clusters is told by name.</summary>
    private static ChronicleRow Named(string cluster, ChronicleRow row, RunRecorder run) =>
        run.Scenario.Clusters.Count > 1 && cluster.Length > 0 ? row with { Text = $"{cluster}: {row.Text}" } : row;

    public void Observe(in Observation fact)
    {
        if (CrowdOf(fact.Kind) is { } crowd) crowd.Add(fact);
        if (Sentence(fact) is not { } text) return;
        if (_rows.Count < RowsMax) _rows.Add((fact.Cluster, new ChronicleRow(fact.At.TotalSeconds, text)));
        else Dropped++;
    }

    /// <summary>A zone that is well from the start is no news.</summary>
    private string? ZoneSentence(in Observation fact)
    {
        var zone = (fact.Cluster, fact.Subject);
        if (fact.Other == "Normal") return _troubled.Remove(zone) ? $"zone {fact.Subject} is well again: evictions go on there" : null;
        _troubled.Add(zone);
        var isStopped = fact.Value == 0;
        return fact.Other == "PartialDisruption"
            ? $"most nodes of zone {fact.Subject} are not ready: evictions {(isStopped ? "stop" : "slow down")} there"
            : $"no node of zone {fact.Subject} is ready{(isStopped ? ", and none of any other: evictions stop" : "")}";
    }

    private Crowd? CrowdOf(ObservationKind kind) => kind switch
    {
        ObservationKind.PetInitialized => _initialized,
        ObservationKind.DiskDetachForced => _forced,
        ObservationKind.IdentityOverlapBegan => _overlaps,
        ObservationKind.IdentityOverlapEnded => _overlapEnds,
        ObservationKind.ContainerOutOfMemory => _outOfMemory,
        ObservationKind.PodEvictedByKubelet => _evicted,
        ObservationKind.PodRejectedByKubelet => _refused,
        _ => null,
    };

    private string? Sentence(in Observation fact) => fact.Kind switch
    {
        ObservationKind.ZoneJudged => ZoneSentence(fact),
        ObservationKind.TaintQueueChanged => fact.Other.Length == 0
            ? $"the taint queue of zone {fact.Subject} goes on"
            : $"the taint queue of zone {fact.Subject} is blocked: an entry of {fact.Other} cannot be removed (a defect of this version)",
        ObservationKind.OperationDone when fact.Other == "Ok" => $"user: {fact.Subject}",
        ObservationKind.OperationDone => $"user: {fact.Subject} failed: {fact.Other}",
        ObservationKind.ComponentStopped => $"{fact.Subject} stopped{(fact.Other.Length > 0 ? $" ({Reason(fact.Other)})" : "")}",
        ObservationKind.ComponentStarted => $"{fact.Subject} started",
        ObservationKind.LeaderChanged => fact.Other.Length > 0 ? $"{fact.Other} leads ({fact.Subject})" : $"{fact.Subject} has no leader",
        ObservationKind.SegmentationMode => $"the node controller turned network segmentation mode {fact.Other}",
        ObservationKind.RolloutChanged =>
            $"rollout of {Names.Short(fact.Subject)} to revision {fact.Value} {fact.Other.ToLowerInvariant()}",
        ObservationKind.LoadBalancerReady => $"load balancer of {Names.Short(fact.Subject)} is ready",
        ObservationKind.PrimaryChanged =>
            fact.Other.Length > 0
                ? $"{Names.Short(fact.Other)} is the primary of {Names.Short(fact.Subject)}"
                : $"{Names.Short(fact.Subject)} has no primary",
        ObservationKind.DataLost => $"{Names.Short(fact.Subject)} lost {fact.Other}",
        _ => null,
    };

    private static string Reason(string why) => Enum.TryParse<OutageKind>(why, out var kind) ? OutageKinds.Of(kind).Name : why;
}
