namespace Simulator.ControlPlane.Controllers.Replication;

/// <summary>Settings of the replication manager and of the ReplicaSet controller, at the defaults of 1.3.10.</summary>
public sealed record ReplicationOptions
{
    /// <summary>The ReplicaSet controller's own: it looks at all of them every 30 s (replica_set.go).</summary>
    public static readonly ReplicationOptions ReplicaSets = new() { ResyncPeriod = TimeSpan.FromSeconds(30) };

    /// <summary>--concurrent-rc-syncs, --concurrent-replicaset-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>Most creations or deletions of one sync (BurstReplicas in replication_controller.go).</summary>
    public int BurstReplicas { get; init; } = 500;

    /// <summary>How often every controller is synchronised without a cause (FullControllerResyncPeriod).</summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After this time a sync no longer waits for its watch to show what an earlier one did (ExpectationsTimeout).</summary>
    public TimeSpan ExpectationsTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
