using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.ControlPlane.Versions;

namespace Simulator.World.Specification;

public sealed record ClusterSpec
{
    /// <summary>When the objects of a settled cluster were made.</summary>
    public static readonly Instant LongAgo = Instant.Start - TimeSpan.FromHours(1);

    public required string Name { get; init; }

    /// <summary>Of its control plane and kubelets.</summary>
    public KubernetesVersion Version { get; init; } = KubernetesVersions.Default;

    /// <summary>Of its API servers: what their flag says, or what the version has.</summary>
    public IReadOnlyList<AdmissionPlugin> AdmissionPlugins => ApiServer.AdmissionControl ?? Version.AdmissionPlugins;

    /// <summary>Nodes have the labels of later versions, too.</summary>
    public bool HasStableLabels => ModernNodeLabels || Version.NodeLabels == NodeLabelling.BetaAndStable;

    /// <summary>Value of the region label of its nodes; "" = no such label.</summary>
    public string Region { get; init; } = "";

    /// <summary>Values of the zone label; at least one.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    public required IReadOnlyList<NodePoolSpec> NodePools { get; init; }

    /// <summary>
    /// Nodes have the labels of later versions, too: <c>topology.kubernetes.io/zone</c>, <c>kubernetes.io/os</c> and so on.
    /// </summary>
    public bool ModernNodeLabels { get; init; }

    public MasterOptions Masters { get; init; } = new();

    public SchedulerOptions Scheduler { get; init; } = new();

    public ControllerManagerOptions ControllerManager { get; init; } = new();

    /// <summary>Null: there is none.</summary>
    public ClusterAutoscalerOptions? Autoscaler { get; init; }

    public KubeletOptions Kubelet { get; init; } = new();

    public ApiServerOptions ApiServer { get; init; } = new();

    public CloudOptions Cloud { get; init; } = new();

    public StorageOptions Storage { get; init; } = new();

    public ProxyOptions Proxy { get; init; } = new();

    public HeapsterOptions Heapster { get; init; } = new();

    public ClusterStart Start { get; init; } = ClusterStart.Settled;

    /// <summary>What is there when it starts as found.</summary>
    public FoundState Found { get; init; } = FoundState.Nothing;

    public HeartbeatPhases HeartbeatPhases { get; init; } = HeartbeatPhases.Spread;

    /// <summary>With heartbeats in turn: when the first of its nodes reports for the first time, and the last.</summary>
    public TimeSpan HeartbeatsFrom { get; init; }

    /// <inheritdoc cref="HeartbeatsFrom"/>
    public TimeSpan HeartbeatsTo { get; init; }

    /// <summary>What the containers of its pods do; the first that fits a pod counts.</summary>
    public IReadOnlyList<ApplicationSpec> Applications { get; init; } = [];

    public IReadOnlyList<WorkloadSpec> Workloads { get; init; } = [];

    /// <summary>Requests to its services.</summary>
    public IReadOnlyList<TrafficSpec> Traffic { get; init; } = [];
}

/// <summary>Where in their periods the kubelets of a cluster report.</summary>
public enum HeartbeatPhases
{
    /// <summary>Each anywhere.</summary>
    Spread,

    /// <summary>All in the same moment.</summary>
    Together,

    /// <summary>One after the other, in the order of the nodes, as when they were started one after the other.</summary>
    InTurn,
}

public enum ClusterStart
{
    /// <summary>Workloads given for time zero already run at time zero, where the real scheduler would have put them.</summary>
    Settled,

    /// <summary>Nodes are ready and idle at time zero; workloads are created through the API.</summary>
    Empty,

    /// <summary>Objects and pods are there and where somebody found them; further workloads are created through the API.</summary>
    AsFound,
}
