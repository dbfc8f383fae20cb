namespace Simulator.ControlPlane.Controllers.Quotas;

/// <summary>Settings of the resource quota controller, at the defaults of 1.3.10.</summary>
public sealed record QuotaOptions
{
    /// <summary>--concurrent-resource-quota-syncs</summary>
    public int ConcurrentSyncs { get; init; } = 5;

    /// <summary>--resource-quota-sync-period: how often every quota is counted anew.</summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromMinutes(5);
}
