namespace Simulator.ControlPlane.Controllers.Serving.Slices;

/// <summary>Settings of the endpoint slice controller, at the defaults of 1.20.</summary>
public sealed record EndpointSliceOptions
{
    /// <summary>--concurrent-service-endpoint-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>--max-endpoints-per-slice</summary>
    public int MaxEndpointsPerSlice { get; init; } = 100;

    /// <summary>--endpointslice-updates-batch-period: so long after a change of a pod its services are looked at.</summary>
    public TimeSpan BatchPeriod { get; init; }
}
