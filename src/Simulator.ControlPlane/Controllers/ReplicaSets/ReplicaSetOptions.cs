namespace Simulator.ControlPlane.Controllers.ReplicaSets;

/// <summary>Settings of the controllers of ReplicaSets and replication controllers that own their pods.</summary>
public sealed record ReplicaSetOptions
{
    /// <summary>--concurrent-replicaset-syncs, --concurrent-rc-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>Most creations or deletions of one sync (BurstReplicas in replica_set.go).</summary>
    public int BurstReplicas { get; init; } = 500;
}
