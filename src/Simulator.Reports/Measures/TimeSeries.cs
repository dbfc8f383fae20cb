namespace Simulator.Reports;

/// <summary>The state of a run at evenly spaced moments; each sample holds after all that happened up to its moment.</summary>
public sealed class TimeSeries
{
    private const int RowsMax = 2000;
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600];
    private readonly List<TimeSample> _samples = [];
    private readonly TimeSpan _end;

    internal TimeSeries(TimeSpan duration)
    {
        _end = duration;
        Step = StepFor(duration);
        Next = TimeSpan.Zero;
    }

    /// <summary>The smallest round step that gives at most 2,000 samples.</summary>
    public TimeSpan Step { get; }

    public IReadOnlyList<TimeSample> Samples => _samples;

    /// <summary>Names of the columns of <see cref="TimeSample.Zones"/>.</summary>
    public IReadOnlyList<string> Zones { get; private set; } = [];

    internal TimeSpan Next { get; private set; }

    internal void SampleBefore(TimeSpan at, RunTotals totals, IReadOnlyCollection<ZoneLife> zones)
    {
        while (Next < at && Next <= _end) Take(totals, zones);
    }

    internal void Finish(RunTotals totals, IReadOnlyCollection<ZoneLife> zones) => SampleBefore(TimeSpan.MaxValue, totals, zones);

    private void Take(RunTotals totals, IReadOnlyCollection<ZoneLife> zones)
    {
        if (Zones.Count != zones.Count) Zones = [.. zones.Select(zone => zone.Name)];
        _samples.Add(new TimeSample
        {
            At = Next,
            Desired = totals.Desired,
            Replicas = totals.Replicas,
            PendingPods = totals.PendingPods,
            Requests = totals.Requests.Rate / 1000.0,
            Failed = totals.Requests.FailingRate / 1000.0,
            NodesReady = totals.NodesReady,
            NodesMarked = totals.NodesMarked,
            NodesEvicted = totals.NodesEvicted,
            Zones = [.. zones.Select(zone => new ZoneSample(zone.Pods, zone.CpuUtilization, zone.MemoryUtilization))],
        });
        Next += Step;
    }

    private static TimeSpan StepFor(TimeSpan duration)
    {
        foreach (var seconds in Steps)
        {
            if (duration.TotalSeconds / seconds < RowsMax) return TimeSpan.FromSeconds(seconds);
        }

        return TimeSpan.FromSeconds(Math.Ceiling(duration.TotalSeconds / RowsMax));
    }
}

/// <summary>The state of a run at one moment.</summary>
public sealed record TimeSample
{
    /// <summary>Since the start of the run.</summary>
    public required TimeSpan At { get; init; }

    public required int Desired { get; init; }

    public required ReplicaCounts Replicas { get; init; }

    /// <summary>Pods without a node.</summary>
    public required int PendingPods { get; init; }

    /// <summary>Requests a second to all services.</summary>
    public double Requests { get; init; }

    /// <summary>Those of them that fail.</summary>
    public double Failed { get; init; }

    public required int NodesReady { get; init; }

    /// <summary>Nodes that were marked not ready so far.</summary>
    public required int NodesMarked { get; init; }

    /// <summary>Nodes that pods were evicted from so far.</summary>
    public required int NodesEvicted { get; init; }

    public required IReadOnlyList<ZoneSample> Zones { get; init; }
}

/// <param name="Pods">Bound to nodes of the zone.</param>
/// <param name="Cpu">Requested of allocatable, from 0 to 1.</param>
/// <param name="Memory">Requested of allocatable, from 0 to 1.</param>
public readonly record struct ZoneSample(int Pods, double Cpu, double Memory);
