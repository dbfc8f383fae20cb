using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Controllers.LeaderElection;

namespace Simulator.ControlPlane.Autoscaling.Cluster;

/// <summary>Flags of the cluster autoscaler, at their defaults, which are the same in 0.2.2 and 0.3.0 (cluster_autoscaler.go).</summary>
public sealed record ClusterAutoscalerOptions
{
    public AutoscalerVersion Version { get; init; } = AutoscalerVersion.V030;

    /// <summary>--scan-interval: from the end of one round to the start of the next.</summary>
    public TimeSpan ScanInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>--scale-down-enabled</summary>
    public bool ScaleDownEnabled { get; init; } = true;

    /// <summary>--scale-down-delay: from the last scale-up, or the start, to the first removal.</summary>
    public TimeSpan ScaleDownDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>--scale-down-unneeded-time: a node must have been unneeded for longer than this.</summary>
    public TimeSpan ScaleDownUnneededTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>--scale-down-utilization-threshold: a node of which so much is requested is needed.</summary>
    public double ScaleDownUtilizationThreshold { get; init; } = 0.5;

    /// <summary>--scale-down-trial-interval: from a try that removed nothing to the next.</summary>
    public TimeSpan ScaleDownTrialInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>--verify-unschedulable-pods: pods that would fit on a node that is there do not count.</summary>
    public bool VerifyUnschedulablePods { get; init; } = true;

    /// <summary>--skip-nodes-with-system-pods</summary>
    public bool SkipNodesWithSystemPods { get; init; } = true;

    /// <summary>--skip-nodes-with-local-storage</summary>
    public bool SkipNodesWithLocalStorage { get; init; } = true;

    /// <summary>--max-nodes-total of 0.3.0: no growth beyond so many nodes in all; 0 = no limit.</summary>
    public int MaxNodesTotal { get; init; }

    /// <summary>Of its client, which has no flag for it (restclient's defaults).</summary>
    public float KubeApiQps { get; init; } = 5;

    /// <inheritdoc cref="KubeApiQps"/>
    public int KubeApiBurst { get; init; } = 10;

    /// <summary>0.3.0 elects by default; 0.2.2 knows nothing of it.</summary>
    public LeaderElectionOptions LeaderElection { get; init; } = new() { Elect = true };

    public LaterReleases Later { get; init; } = LaterReleases.None;

    /// <summary>Each master has one, and one of them works; otherwise there is one only.</summary>
    public bool Elects => Version != AutoscalerVersion.V022 && LeaderElection.Elect != false;
}

/// <summary>What later releases do otherwise; none of it is in 0.2.2 or 0.3.0.</summary>
[Flags]
public enum LaterReleases
{
    None = 0,

    /// <summary>0.6: a group without a node can grow, since the cloud says what a node would be like.</summary>
    ScaleFromZero = 1,

    /// <summary>0.4: pods are packed into nodes one by one (first fit, largest first) to tell how many nodes they need.</summary>
    BinPackingEstimator = 2,

    /// <summary>0.5: pods are evicted from a node, and it is tainted, before its machine is deleted.</summary>
    DrainBeforeRemoval = 4,

    /// <summary>0.5: a group that has not as many nodes as it is to have holds up itself alone.</summary>
    GroupsOneByOne = 8,
}
