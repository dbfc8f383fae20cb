namespace Simulator.ControlPlane.Controllers.Serving;

/// <summary>Settings of the endpoints controller, at the defaults of 1.3.10.</summary>
public sealed record EndpointsOptions
{
    /// <summary>--concurrent-endpoint-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>How often every service is synchronised without a cause (FullServiceResyncPeriod).</summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromSeconds(30);
}
