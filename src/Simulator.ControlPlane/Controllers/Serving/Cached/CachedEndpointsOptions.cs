namespace Simulator.ControlPlane.Controllers.Serving.Cached;

/// <summary>Settings of the endpoints controller, at the defaults of 1.20.</summary>
public sealed record CachedEndpointsOptions
{
    /// <summary>--concurrent-endpoint-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>--endpoint-updates-batch-period: so long after a change of a pod its services are looked at.</summary>
    public TimeSpan BatchPeriod { get; init; }
}
