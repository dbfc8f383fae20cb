using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.ControlPlane.Versions;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Drafts;

/// <summary>The flags of a cluster's programs and the measured pace of its parts.</summary>
internal sealed record ControlPlaneDraft
{
    public KubernetesVersion Version { get; init; } = KubernetesVersions.Default;

    public SchedulerOptions Scheduler { get; init; } = new();

    public ControllerManagerOptions ControllerManager { get; init; } = new();

    public ClusterAutoscalerOptions? Autoscaler { get; init; }

    public KubeletOptions Kubelet { get; init; } = new();

    public ApiServerOptions ApiServer { get; init; } = new();

    public CloudOptions Cloud { get; init; } = new();

    public EtcdOptions Etcd { get; init; } = new();

    public TimeSpan RestartDelay { get; init; } = new MasterOptions().RestartDelay;

    /// <summary>Null: one, outside all zones.</summary>
    public Placed<MastersDraft>? Masters { get; init; }

    public ProxyOptions Proxy { get; init; } = new();
}
