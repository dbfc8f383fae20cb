namespace Simulator.ControlPlane.Controllers.LoadBalancers;

/// <summary>Settings of the service controller, at the defaults of 1.3.10 (pkg/controller/service/servicecontroller.go).</summary>
public sealed record LoadBalancerOptions
{
    /// <summary>Services that are worked on at once (workerGoroutines).</summary>
    public int ConcurrentSyncs { get; init; } = 10;

    /// <summary>--service-sync-period: how often every service is looked at without a cause.</summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the set of nodes is compared (nodeSyncPeriod).</summary>
    public TimeSpan NodeSyncPeriod { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After the first failure; it doubles (minRetryDelay).</summary>
    public TimeSpan RetryDelayMin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>maxRetryDelay</summary>
    public TimeSpan RetryDelayMax { get; init; } = TimeSpan.FromSeconds(300);
}
