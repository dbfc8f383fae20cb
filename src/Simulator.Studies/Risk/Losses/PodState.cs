namespace Simulator.Studies.Risk.Losses;

/// <summary>One pod, now.</summary>
internal sealed class PodState(WorkloadState workload)
{
    public WorkloadState Workload => workload;

    public NodeState? Node { get; set; }

    public bool IsReady { get; set; }

    public bool Serves { get; set; }

    /// <summary>Deleted, finished or replaced by another of its name: it no longer counts as a replica.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>What it was counted as, if <see cref="IsCounted"/>; null: usable.</summary>
    public RecoveryPart? Counted { get; set; }

    public bool IsCounted { get; set; }

    public RecoveryPart? Part
    {
        get
        {
            if (IsReady) return Serves ? null : RecoveryPart.Unnoticed;
            if (Node is null) return RecoveryPart.Replacement;
            return Node.IsReady ? RecoveryPart.Start : Node.IsOverdue ? RecoveryPart.Eviction : RecoveryPart.Grace;
        }
    }
}

/// <summary>One node as the API shows it, now.</summary>
internal sealed class NodeState
{
    public bool IsReady { get; set; }

    /// <summary>Counts its markings, so that an old deadline means nothing.</summary>
    public int Marking { get; set; }

    /// <summary>It has been marked for longer than pod-eviction-timeout.</summary>
    public bool IsOverdue { get; set; }

    public HashSet<PodState> Pods { get; } = [];
}
