using Simulator.ControlPlane.Federation.Dns;

namespace Simulator.ControlPlane.Federation;

/// <summary>
/// Flags of federation-controller-manager 1.3.10 (federation/cmd/federation-controller-manager/app/options), and what has no flag.
/// </summary>
public sealed record FederationOptions
{
    /// <summary>--cluster-monitor-period: how often all clusters are looked at, one after the other.</summary>
    public TimeSpan ClusterMonitorPeriod { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>--concurrent-service-syncs</summary>
    public int ConcurrentServiceSyncs { get; init; } = 10;

    /// <summary>--federated-api-qps, of each controller's client.</summary>
    public float ApiQps { get; init; } = 20;

    /// <summary>--federated-api-burst</summary>
    public int ApiBurst { get; init; } = 30;

    /// <summary>Of all records (minDnsTtl; no flag in 1.3).</summary>
    public TimeSpan RecordTtl { get; init; } = RecordPlan.Ttl;

    /// <summary>How often every object is looked at without a cause (serviceSyncPeriod, clusterSyncPeriod; no flag).</summary>
    public TimeSpan ResyncPeriod { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>--concurrent-replicaset-syncs of 1.4</summary>
    public int ConcurrentReplicaSetSyncs { get; init; } = 10;

    /// <summary>When the first look at all clusters begins, where it has run for long; null = anywhere in its period.</summary>
    public TimeSpan? FirstProbe { get; init; }

    /// <summary>The same of the look at the list of ready clusters, which comes every second.</summary>
    public TimeSpan? FirstLook { get; init; }
}
