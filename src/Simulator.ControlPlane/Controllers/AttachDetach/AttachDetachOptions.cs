namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>The pace of the attach/detach controller: constants of 1.3.10, not flags.</summary>
public sealed record AttachDetachOptions
{
    /// <summary>Period of the pass over all attachments (reconcilerLoopPeriod).</summary>
    public TimeSpan ReconcilePeriod { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// What a node gets to unmount a volume that nobody wants any more; then it is detached all the same
    /// (reconcilerMaxWaitForUnmountDuration).
    /// </summary>
    public TimeSpan UnmountWaitMax { get; init; } = TimeSpan.FromMinutes(6);

    /// <summary>How often it is checked that pods still exist (desiredStateOfWorldPopulatorLoopSleepPeriod).</summary>
    public TimeSpan RecheckPeriod { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Pause of a volume after its first failure (initialDurationBeforeRetry in pkg/util/goroutinemap/exponentialbackoff).
    /// </summary>
    public TimeSpan RetryDelayMin { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>No pause is longer (maxDurationBeforeRetry).</summary>
    public TimeSpan RetryDelayMax { get; init; } = TimeSpan.FromMinutes(2);
}
