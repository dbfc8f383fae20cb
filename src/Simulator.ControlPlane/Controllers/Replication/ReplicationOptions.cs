namespace Simulator.ControlPlane.Controllers;

/// <summary>Settings of the replication manager, at the defaults of 1.3.10.</summary>
public sealed record ReplicationOptions
{
    /// <summary>--concurrent-rc-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>Most creations or deletions of one sync (BurstReplicas in replication_controller.go).</summary>
    public int BurstReplicas { get; init; } = 500;

    /// <summary>How often every controller is synchronised without a cause (FullControllerResyncPeriod).</summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After this time a sync no longer waits for its watch to show what an earlier one did (ExpectationsTimeout).</summary>
    public TimeSpan ExpectationsTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
