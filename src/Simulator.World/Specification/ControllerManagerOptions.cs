namespace Simulator.World;

/// <summary>Flags of kube-controller-manager 1.3.10 (cmd/kube-controller-manager/app/options).</summary>
public sealed record ControllerManagerOptions
{
    /// <summary>--kube-api-qps, for each controller's own client.</summary>
    public float KubeApiQps { get; init; } = 20;

    /// <summary>--kube-api-burst</summary>
    public int KubeApiBurst { get; init; } = 30;

    /// <summary>--node-monitor-period</summary>
    public TimeSpan NodeMonitorPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>--node-monitor-grace-period</summary>
    public TimeSpan NodeMonitorGracePeriod { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>--node-startup-grace-period</summary>
    public TimeSpan NodeStartupGracePeriod { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>--pod-eviction-timeout</summary>
    public TimeSpan PodEvictionTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>--deleting-pods-qps, nodes a second.</summary>
    public float DeletingPodsQps { get; init; } = 0.1f;

    /// <summary>--deleting-pods-burst</summary>
    public int DeletingPodsBurst { get; init; } = 1;

    /// <summary>--concurrent-rc-syncs</summary>
    public int ConcurrentRcSyncs { get; init; } = 5;

    /// <summary>--concurrent-endpoint-syncs</summary>
    public int ConcurrentEndpointSyncs { get; init; } = 5;

    /// <summary>A cloud provider is configured: nodes whose machine is gone are deleted.</summary>
    public bool CloudProvider { get; init; }
}
