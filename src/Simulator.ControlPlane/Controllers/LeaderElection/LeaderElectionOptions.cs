namespace Simulator.ControlPlane.Controllers.LeaderElection;

/// <summary>Flags of leader election (pkg/client/leaderelection of 1.3.10).</summary>
public sealed record LeaderElectionOptions
{
    /// <summary>--leader-elect; null = only with several instances (1.3.10 leaves it off).</summary>
    public bool? Elect { get; init; }

    /// <summary>--leader-elect-lease-duration: who sees the record unchanged for so long takes over.</summary>
    public TimeSpan LeaseDuration { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>--leader-elect-renew-deadline: a leader that cannot renew for so long exits.</summary>
    public TimeSpan RenewDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>--leader-elect-retry-period</summary>
    public TimeSpan RetryPeriod { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A candidate waits between one retry period and this many more of them (JitterFactor).</summary>
    public double JitterFactor { get; init; } = 1.2;
}
