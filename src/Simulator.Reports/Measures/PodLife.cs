using Simulator.Reports.Measures.Stateful;

namespace Simulator.Reports.Measures;

/// <summary>What a run showed of one pod. Moments are since the start of the run; null: it never came to it.</summary>
public sealed class PodLife
{
    /// <summary>In the place of null: one object a pod is kept to the end, and a moment takes 8 bytes this way, not 16.</summary>
    private static readonly TimeSpan Never = TimeSpan.MinValue;

    private TimeSpan _boundAt = Never;
    private TimeSpan _readyAt = Never;
    private TimeSpan _stoppedServingAt = Never;
    private TimeSpan _notReadyAt = Never;
    private TimeSpan _markedAt = Never;
    private TimeSpan _removedAt = Never;

    /// <summary>"namespace/name".</summary>
    public required string Name { get; init; }

    public required string Cluster { get; init; }

    /// <summary>"namespace/name" of its controller, or "".</summary>
    public required string Owner { get; init; }

    public required TimeSpan CreatedAt { get; init; }

    public required long MilliCpu { get; init; }

    /// <summary>Requested bytes.</summary>
    public required long Memory { get; init; }

    public TimeSpan? BoundAt
    {
        get => Known(_boundAt);
        internal set => _boundAt = value ?? Never;
    }

    /// <summary>First time that the API showed it ready.</summary>
    public TimeSpan? ReadyAt
    {
        get => Known(_readyAt);
        internal set => _readyAt = value ?? Never;
    }

    /// <summary>Last time that its containers stopped serving, in truth.</summary>
    public TimeSpan? StoppedServingAt
    {
        get => Known(_stoppedServingAt);
        internal set => _stoppedServingAt = value ?? Never;
    }

    /// <summary>Last time that the API turned it not ready.</summary>
    public TimeSpan? NotReadyAt
    {
        get => Known(_notReadyAt);
        internal set => _notReadyAt = value ?? Never;
    }

    /// <summary>Got a deletion timestamp.</summary>
    public TimeSpan? MarkedAt
    {
        get => Known(_markedAt);
        internal set => _markedAt = value ?? Never;
    }

    public TimeSpan? RemovedAt
    {
        get => Known(_removedAt);
        internal set => _removedAt = value ?? Never;
    }

    public NodeLife? Node { get; internal set; }

    /// <summary>The node that it was bound to, even if there is none of that name; "" while it has none.</summary>
    public string BoundTo { get; internal set; } = "";

    /// <summary>Its phase became Succeeded or Failed.</summary>
    public bool IsFinished { get; internal set; }

    /// <summary>Changed after time zero, so that it deserves a row.</summary>
    public bool IsOfInterest =>
        CreatedAt > TimeSpan.Zero
            || BoundAt > TimeSpan.Zero
            || NotReadyAt is not null
            || StoppedServingAt is not null
            || MarkedAt is not null
            || RemovedAt is not null;

    internal WorkloadLife? Workload { get; init; }

    /// <summary>Whose life this is; null: it is no pet.</summary>
    internal PetLife? Pet { get; set; }

    /// <summary>US dollars an hour that it pays of its node, now.</summary>
    internal double ChargedPerHour { get; set; }

    internal bool ApiReady { get; set; }

    internal bool Serves { get; set; }

    /// <summary>The part of its workload's counts that this pod is, so that each change is a difference.</summary>
    internal ReplicaCounts Counted { get; set; }

    /// <summary>The API's ready leaves out pods that are on their way out, as endpoints do.</summary>
    internal ReplicaCounts Counts
    {
        get
        {
            var ready = ApiReady && MarkedAt is null && RemovedAt is null;
            return new ReplicaCounts(ready ? 1 : 0, Serves ? 1 : 0, ready && Serves ? 1 : 0);
        }
    }

    private static TimeSpan? Known(TimeSpan at) => at == Never ? null : at;
}
