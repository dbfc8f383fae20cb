namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>Settings of the node controller, at the defaults of 1.3.10.</summary>
public sealed record NodeLifecycleOptions
{
    /// <summary>--node-monitor-period: from the end of one pass over the nodes to the start of the next.</summary>
    public TimeSpan NodeMonitorPeriod { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>--node-monitor-grace-period: how long a kubelet may be silent before its node turns Unknown.</summary>
    public TimeSpan NodeMonitorGracePeriod { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>--node-startup-grace-period: the same for a node that has never reported.</summary>
    public TimeSpan NodeStartupGracePeriod { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>--pod-eviction-timeout: how long a node may be not ready before its pods are evicted.</summary>
    public TimeSpan PodEvictionTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>--deleting-pods-qps: nodes a second, separately for eviction and for termination.</summary>
    public float DeletingPodsQps { get; init; } = 0.1f;

    /// <summary>--deleting-pods-burst</summary>
    public int DeletingPodsBurst { get; init; } = 1;

    /// <summary>Longest grace an evicted pod is given before it is removed by force (maximumGracePeriod in nodecontroller.go).</summary>
    public TimeSpan MaximumGracePeriod { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the eviction queues are looked at (nodeEvictionPeriod in nodecontroller.go).</summary>
    public TimeSpan EvictionPollPeriod { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often pods are looked for whose node object does not exist.</summary>
    public TimeSpan OrphanCleanupPeriod { get; init; } = TimeSpan.FromSeconds(30);
}
