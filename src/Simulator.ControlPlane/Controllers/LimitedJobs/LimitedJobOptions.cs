namespace Simulator.ControlPlane.Controllers.LimitedJobs;

/// <summary>Settings of the controller of jobs that may fail so often.</summary>
public sealed record LimitedJobOptions
{
    /// <summary>--concurrent-job-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>Delay of the first sync after a failure; it doubles (DefaultJobBackOff in job_controller.go).</summary>
    public TimeSpan FirstBackOff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>No delay is longer (MaxJobBackOff in job_controller.go).</summary>
    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(360);
}
