namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>Settings of the daemon set controller, at the defaults of 1.3.10.</summary>
public sealed record DaemonSetOptions
{
    /// <summary>Two workers; 1.3 has no flag for it (controllermanager.go).</summary>
    public int ConcurrentSyncs { get; init; } = 2;

    /// <summary>Most creations, and most deletions, of one sync (BurstReplicas).</summary>
    public int BurstReplicas { get; init; } = 500;

    /// <summary>
    /// How often every set is synchronised without a cause: only this sees that a node has room again (FullDaemonSetResyncPeriod).
    /// </summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After this time a sync no longer waits for its watch to show what an earlier one did (ExpectationsTimeout).</summary>
    public TimeSpan ExpectationsTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
