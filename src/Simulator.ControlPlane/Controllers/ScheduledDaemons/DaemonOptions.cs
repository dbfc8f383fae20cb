namespace Simulator.ControlPlane.Controllers.ScheduledDaemons;

/// <summary>Settings of the controller of daemon sets whose pods the scheduler places.</summary>
public sealed record DaemonOptions
{
    /// <summary>--concurrent-daemonset-syncs; there is no such flag, it is the number that the program starts.</summary>
    public int ConcurrentSyncs { get; init; } = 2;

    /// <summary>Most creations and most deletions of one sync (BurstReplicas in daemon_controller.go).</summary>
    public int BurstReplicas { get; init; } = 250;
}
