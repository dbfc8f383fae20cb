namespace Simulator.ControlPlane.Controllers.Namespaces;

/// <summary>Settings of the namespace controller, at the defaults of 1.3.10.</summary>
public sealed record NamespaceOptions
{
    /// <summary>--concurrent-namespace-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 2;

    /// <summary>--namespace-sync-period</summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromMinutes(5);
}
