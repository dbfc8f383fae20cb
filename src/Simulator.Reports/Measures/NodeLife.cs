using Simulator.Reports.Measures.Money;

namespace Simulator.Reports.Measures;

/// <summary>What a run showed of one node. Moments are since the start of the run; null: it never came to it.</summary>
public sealed class NodeLife
{
    public required string Name { get; init; }

    public required string Cluster { get; init; }

    public required ZoneLife Zone { get; init; }

    /// <summary>When its object came.</summary>
    public required TimeSpan AddedAt { get; init; }

    public required long MilliCpu { get; init; }

    /// <summary>Allocatable bytes.</summary>
    public required long Memory { get; init; }

    /// <summary>When its machine was requested; null: it was there from the start.</summary>
    public TimeSpan? RequestedAt { get; internal set; }

    /// <summary>When the API first called it ready, of one that was requested.</summary>
    public TimeSpan? FirstReadyAt { get; internal set; }

    /// <summary>Went down for the first time, in truth.</summary>
    public TimeSpan? DownAt { get; internal set; }

    /// <summary>Its kubelet answered again, the last time.</summary>
    public TimeSpan? BackAt { get; internal set; }

    /// <summary>
    /// First time after <see cref="DownAt"/> that the API showed it not ready; before any trouble, the first false alarm.
    /// </summary>
    public TimeSpan? MarkedAt { get; internal set; }

    /// <summary>The API shows it ready again after <see cref="MarkedAt"/>.</summary>
    public TimeSpan? ReadyAgainAt { get; internal set; }

    /// <summary>The node controller started to evict its pods, the first and the last time that pods went.</summary>
    public TimeSpan? FirstEvictedAt { get; internal set; }

    public TimeSpan? LastEvictedAt { get; internal set; }

    public TimeSpan? FirstPodRemovedAt { get; internal set; }

    public TimeSpan? LastPodRemovedAt { get; internal set; }

    public TimeSpan? RemovedAt { get; internal set; }

    /// <summary>Pods that were given a deletion timestamp after the node's eviction began.</summary>
    public int PodsEvicted { get; internal set; }

    /// <summary>Pods bound to it and not removed, now.</summary>
    public int Pods { get; internal set; }

    /// <summary>The outage that took it down first.</summary>
    public OutageLife? Outage { get; internal set; }

    /// <summary>It said so, the last time.</summary>
    public TimeSpan? OutOfDiskAt { get; internal set; }

    /// <summary>The maintenance that has cordoned it, while it is cordoned.</summary>
    internal OutageLife? DrainedBy { get; set; }

    /// <summary>The pool that pays for its machine; null if nobody keeps a bill.</summary>
    internal PoolLife? Pool { get; set; }

    /// <summary>The pods that pay for a part of it; null if its machine stays, so that nobody will ask.</summary>
    internal HashSet<PodLife>? Charged { get; set; }

    /// <summary>The cloud has deleted its machine: nothing is wrong with it.</summary>
    internal bool IsDeleted { get; set; }

    internal bool ApiReady { get; set; }

    /// <summary>The API calls it not ready since then, if it does.</summary>
    internal TimeSpan UnreadySince { get; set; }

    /// <summary>The last time that it got the taint by which its pods are evicted.</summary>
    internal TimeSpan? TaintedAt { get; set; }

    internal bool IsDown { get; set; }

    /// <summary>The last start of an eviction, whether pods were there or not.</summary>
    internal TimeSpan? EvictionAt { get; set; }

    internal bool WasEverReady { get; set; }
}
