namespace Simulator.Reports.Measures;

/// <summary>The state of a run at one moment, and between which values it was since the sample before.</summary>
public sealed record TimeSample
{
    /// <summary>Since the start of the run.</summary>
    public required TimeSpan At { get; init; }

    public required int Desired { get; init; }

    /// <summary>When all has happened that happens up to the moment.</summary>
    public required SampleState State { get; init; }

    /// <summary>The lowest of each value that lasted for some time since the sample before, the last one's own included.</summary>
    public required SampleState Lowest { get; init; }

    /// <summary>The highest, likewise.</summary>
    public required SampleState Highest { get; init; }

    /// <summary>Nodes that were marked not ready so far.</summary>
    public required int NodesMarked { get; init; }

    /// <summary>Nodes that pods were evicted from so far.</summary>
    public required int NodesEvicted { get; init; }

    public required IReadOnlyList<ZoneSample> Zones { get; init; }

    /// <summary>As <see cref="RunRecorder.Pools"/>; empty in a run in which no pool changes its size.</summary>
    public IReadOnlyList<PoolSample> Pools { get; init; } = [];
}

/// <param name="PendingPods">Pods without a node.</param>
/// <param name="Requests">Thousandths of requests a second to all services.</param>
/// <param name="Failed">Those of them that fail.</param>
/// <param name="NodesReady">To the API.</param>
public readonly record struct SampleState(ReplicaCounts Replicas, int PendingPods, long Requests, long Failed, int NodesReady)
{
    /// <summary>Value by value.</summary>
    public static SampleState Lowest(in SampleState one, in SampleState other) => new(
        new(
            Math.Min(one.Replicas.Ready, other.Replicas.Ready), Math.Min(one.Replicas.Serving, other.Replicas.Serving),
            Math.Min(one.Replicas.Usable, other.Replicas.Usable)),
        Math.Min(one.PendingPods, other.PendingPods),
        Math.Min(one.Requests, other.Requests),
        Math.Min(one.Failed, other.Failed),
        Math.Min(one.NodesReady, other.NodesReady));

    /// <summary>Value by value.</summary>
    public static SampleState Highest(in SampleState one, in SampleState other) => new(
        new(
            Math.Max(one.Replicas.Ready, other.Replicas.Ready), Math.Max(one.Replicas.Serving, other.Replicas.Serving),
            Math.Max(one.Replicas.Usable, other.Replicas.Usable)),
        Math.Max(one.PendingPods, other.PendingPods),
        Math.Max(one.Requests, other.Requests),
        Math.Max(one.Failed, other.Failed),
        Math.Max(one.NodesReady, other.NodesReady));

    internal static SampleState Of(RunTotals totals) =>
        new(totals.Replicas, totals.PendingPods, totals.Requests.Rate, totals.Requests.FailingRate, totals.NodesReady);
}

/// <param name="Pods">Bound to nodes of the zone.</param>
/// <param name="Cpu">Requested of allocatable, from 0 to 1.</param>
/// <param name="Memory">Requested of allocatable, from 0 to 1.</param>
public readonly record struct ZoneSample(int Pods, double Cpu, double Memory);

/// <param name="Machines">That the cloud has given: what is paid for.</param>
/// <param name="Ready">Nodes that the API calls ready.</param>
/// <param name="Dollars">US dollars an hour.</param>
public readonly record struct PoolSample(int Machines, int Ready, double Dollars);
