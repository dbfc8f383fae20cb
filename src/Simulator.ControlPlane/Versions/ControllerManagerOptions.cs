using Simulator.ControlPlane.Autoscaling.Horizontal;
using Simulator.ControlPlane.Autoscaling.Stabilized;
using Simulator.ControlPlane.Controllers.DaemonSets;
using Simulator.ControlPlane.Controllers.Deployments;
using Simulator.ControlPlane.Controllers.Jobs;
using Simulator.ControlPlane.Controllers.LeaderElection;
using Simulator.ControlPlane.Controllers.LoadBalancers;
using Simulator.ControlPlane.Controllers.Namespaces;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Controllers.Nodes.Tainting;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Controllers.Quotas;
using Simulator.ControlPlane.Controllers.Replication;
using Simulator.ControlPlane.Controllers.Serving;
using Simulator.ControlPlane.Controllers.Serving.Cached;
using Simulator.ControlPlane.Controllers.Serving.Slices;
using Simulator.ControlPlane.Controllers.TerminatedPods;
using Simulator.ControlPlane.Controllers.Volumes;

namespace Simulator.ControlPlane.Versions;

/// <summary>
/// Flags of kube-controller-manager (cmd/kube-controller-manager/app/options): its clients', and each controller's own.
/// </summary>
public sealed record ControllerManagerOptions
{
    /// <summary>--kube-api-qps, for each controller's own client.</summary>
    public float KubeApiQps { get; init; } = 20;

    /// <summary>--kube-api-burst</summary>
    public int KubeApiBurst { get; init; } = 30;

    /// <summary>Which cloud <see cref="CloudProvider"/> stands for.</summary>
    public CloudKind Cloud { get; init; } = CloudKind.Gce;

    /// <summary>
    /// A cloud provider is configured: claims that ask for it get a disk, nodes whose machine is gone are deleted, and services of type
    /// LoadBalancer get their balancer.
    /// </summary>
    public bool CloudProvider { get; init; }

    /// <summary>Null: no cloud provider.</summary>
    public DiskProvisioner? Provisioner =>
        !CloudProvider ? null : Cloud == CloudKind.Gce ? DiskProvisioner.Gce : DiskProvisioner.Aws;

    public LeaderElectionOptions LeaderElection { get; init; } = new();

    public NodeLifecycleOptions Nodes { get; init; } = new();

    public TaintingOptions Taints { get; init; } = new();

    public ReplicationOptions Replication { get; init; } = new();

    public ReplicationOptions ReplicaSets { get; init; } = ReplicationOptions.ReplicaSets;

    public DeploymentOptions Deployments { get; init; } = new();

    public DaemonSetOptions DaemonSets { get; init; } = new();

    public JobOptions Jobs { get; init; } = new();

    public PetSetOptions PetSets { get; init; } = new();

    public EndpointsOptions Endpoints { get; init; } = new();

    /// <summary>Of a controller that trusts its watches.</summary>
    public CachedEndpointsOptions CachedEndpoints { get; init; } = new();

    public EndpointSliceOptions EndpointSlices { get; init; } = new();

    public TerminatedPodOptions TerminatedPods { get; init; } = new();

    public LoadBalancerOptions LoadBalancers { get; init; } = new();

    public QuotaOptions Quotas { get; init; } = new();

    public NamespaceOptions Namespaces { get; init; } = new();

    public PersistentVolumeOptions Volumes { get; init; } = new();

    public HorizontalOptions Autoscaling { get; init; } = new();

    /// <summary>Of autoscalers that remember what they have recommended.</summary>
    public StabilizedOptions Stabilizing { get; init; } = new();
}

/// <summary>Clouds whose disks are simulated (--cloud-provider).</summary>
public enum CloudKind
{
    /// <summary>Persistent disks: kubernetes.io/gce-pd.</summary>
    Gce,

    /// <summary>Elastic block store: kubernetes.io/aws-ebs.</summary>
    Aws,
}
