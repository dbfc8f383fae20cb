using Simulator.Api;
using Simulator.Reports.Measures.Stateful;

namespace Simulator.Reports.Measures;

/// <summary>What a run showed of one pod. Moments are since the start of the run; null: it never came to it.</summary>
public sealed class PodLife
{
    // One object a pod is kept to the end: 8 bytes for each moment that may be absent, not 16.
    private MaybeNumber _boundAt;
    private MaybeNumber _readyAt;
    private MaybeNumber _stoppedServingAt;
    private MaybeNumber _notReadyAt;
    private MaybeNumber _markedAt;
    private MaybeNumber _removedAt;

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
        get => _boundAt.Time;
        internal set => _boundAt = MaybeNumber.Of(value);
    }

    /// <summary>First time that the API showed it ready.</summary>
    public TimeSpan? ReadyAt
    {
        get => _readyAt.Time;
        internal set => _readyAt = MaybeNumber.Of(value);
    }

    /// <summary>Last time that its containers stopped serving, in truth.</summary>
    public TimeSpan? StoppedServingAt
    {
        get => _stoppedServingAt.Time;
        internal set => _stoppedServingAt = MaybeNumber.Of(value);
    }

    /// <summary>Last time that the API turned it not ready.</summary>
    public TimeSpan? NotReadyAt
    {
        get => _notReadyAt.Time;
        internal set => _notReadyAt = MaybeNumber.Of(value);
    }

    /// <summary>Got a deletion timestamp.</summary>
    public TimeSpan? MarkedAt
    {
        get => _markedAt.Time;
        internal set => _markedAt = MaybeNumber.Of(value);
    }

    public TimeSpan? RemovedAt
    {
        get => _removedAt.Time;
        internal set => _removedAt = MaybeNumber.Of(value);
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
}
