namespace Simulator.ControlPlane.Controllers.Jobs;

/// <summary>Settings of the job controller, at the defaults of 1.3.10.</summary>
public sealed record JobOptions
{
    /// <summary>--concurrent-job-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>
    /// How often every job is synchronised without a cause: only this sees that a deadline is over when no pod changes
    /// (FullControllerResyncPeriod).
    /// </summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After this time a sync no longer waits for its watch to show what an earlier one did (ExpectationsTimeout).</summary>
    public TimeSpan ExpectationsTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
