using System.Collections.Frozen;
using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.LeaderElection;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Hosting;
using Simulator.ControlPlane.Scheduling;

namespace Simulator.ControlPlane.Versions;

/// <summary>
/// One version of Kubernetes as a table: which policy of each family it has. Nobody asks which version it is; who needs to know what a
/// version does otherwise asks for the policy.
/// </summary>
public sealed record KubernetesVersion
{
    /// <summary>As users and results call it.</summary>
    public required string Name { get; init; }

    /// <summary>As sentences call it: "1.3".</summary>
    public string Word => Name[..Name.LastIndexOf('.')];

    /// <summary>Makes the scheduler of a process that starts.</summary>
    public required Func<SchedulerSetting, IPodScheduler> Scheduler { get; init; }

    /// <summary>What its scheduler has against single nodes.</summary>
    public required Func<SchedulerSetting, INodeAcceptance> Acceptance { get; init; }

    /// <summary>Which nodes it leaves to a pod for good.</summary>
    public required INodeMatch NodeMatch { get; init; }

    /// <summary>Makes what watches over nodes when its process starts.</summary>
    public required Func<ControllerManagerOptions, NodeLifecycleSetting, INodeLifecycle> NodeLifecycle { get; init; }

    /// <summary>Who tells why evictions took so long goes by this.</summary>
    public required EvictionRules Evictions { get; init; }

    /// <summary>A node whose kubelet has been silent for long, as the controller has left it: since when, and when it was marked.</summary>
    public required Func<Node, Instant, Instant, Node> LostNode { get; init; }

    /// <summary>Controllers that are there from the start, in the order in which they are started.</summary>
    public required IReadOnlyList<LoopMaker> Loops { get; init; }

    /// <summary>
    /// Controllers that have nothing to do before an object of their kind exists, in the order in which they are started.
    /// </summary>
    public required IReadOnlyList<LoopOfKinds> LoopsOfKinds { get; init; }

    /// <summary>What a cluster that starts with its workloads running has of them.</summary>
    public required SettledForms Settled { get; init; }

    /// <summary>Deletes what deleted objects have made; null: who deletes them takes that apart himself.</summary>
    public Func<LoopSetting, IControlLoop>? Collector { get; init; }

    /// <summary>Plug-ins that an API server has by default, in this order.</summary>
    public required IReadOnlyList<AdmissionPlugin> AdmissionPlugins { get; init; }

    public required NodeLabelling NodeLabels { get; init; }

    public required KubeletRules Kubelet { get; init; }

    /// <summary>Flags of other versions that do nothing here.</summary>
    public IReadOnlyList<IdleFlag> IdleFlags { get; init; } = [];

    /// <summary>
    /// Kinds that came after 1.3, and fields, that it acts upon, as the remarks of what is not acted upon name them:
    /// <c>PodDisruptionBudget</c>, <c>pod.priority</c>, <c>Job spec.backoffLimit</c>.
    /// </summary>
    public IReadOnlySet<string> ActsUpon { get; init; } = FrozenSet<string>.Empty;

    public Habits Habits { get; init; }

    /// <summary>What autoscalers are told of the pods by.</summary>
    public MetricsSource Metrics { get; init; }

    /// <summary>Kinds that have a scale.</summary>
    public IReadOnlyList<string> Scalable { get; init; } = ["Deployment", "ReplicaSet", "ReplicationController"];

    /// <summary>Schedulers and controller managers elect a leader even where there is one of each (--leader-elect).</summary>
    public bool ElectsAlone { get; init; }

    /// <summary>What its schedulers and controller managers do when the API server hangs.</summary>
    public HangingRenewals HangingRenewals { get; init; }

    /// <summary>
    /// The scheduler's host ports of a node are a set: the first to go of two pods with one port takes it along (HostPortInfo of 1.20).
    /// </summary>
    public bool ForgetsSharedPorts { get; init; }

    /// <summary>Pods of DaemonSets get their nodes from the scheduler, not from their controller.</summary>
    public bool SchedulesDaemons { get; init; }

    /// <summary>
    /// A Deployment that recreates is woken by the last of its pods to go, and finished ones count: where such a pod is left, a rollout
    /// stands still with no replica until something else wakes it (deletePod in deployment_controller.go of 1.20).
    /// </summary>
    public bool FinishedPodsHoldRecreation { get; init; }

    /// <summary>A cordon is a taint of its node, and pods may tolerate it.</summary>
    public bool CordonsAreTaints { get; init; }

    /// <summary>Longest pause of an owner of pods between two tries, after many have failed.</summary>
    public TimeSpan LongestRetry { get; init; }

    /// <summary>Which volumes will do for a claim.</summary>
    public VolumeMatching Volumes { get; init; }

    /// <summary>From what proxies learn where the pods of a service are.</summary>
    public AddressSource Proxies { get; init; }

    /// <summary>How pods ask for its schedulers.</summary>
    public required SchedulerNaming SchedulerNames { get; init; }

    /// <summary>How kubectl of the version empties a node.</summary>
    public DrainWay Drains { get; init; }

    /// <summary>How kubectl of the version taints a node.</summary>
    public TaintWay Taints { get; init; }

    /// <summary>What its programs say of themselves.</summary>
    public required BuildFacts Build { get; init; }

    /// <summary>In which groups its API server keeps what it is given.</summary>
    public ApiGroups Api { get; init; }

    public override string ToString() => Name;
}

/// <param name="Commit">Of the source.</param>
/// <param name="Date">When it was built.</param>
/// <param name="Compiler">With which Go.</param>
public sealed record BuildFacts(string Commit, string Date, string Compiler);

/// <summary>Where an API server keeps workloads, and what of pods and nodes has fields of its own.</summary>
public enum ApiGroups
{
    /// <summary>In extensions/v1beta1; tolerations, affinity and taints are annotations.</summary>
    Extensions,

    /// <summary>In apps/v1; tolerations, affinity and taints are fields.</summary>
    Apps,
}

/// <summary>The names that its schedulers go by.</summary>
/// <param name="Key">Of a scenario, below controlPlane: gives them.</param>
/// <param name="Of">In order; at least one.</param>
public sealed record SchedulerNaming(string Key, Func<SchedulerOptions, IReadOnlyList<string>> Of);

/// <summary>How pods leave a node that is drained.</summary>
public enum DrainWay
{
    /// <summary>They are deleted, one after the other; nobody waits until they are gone.</summary>
    ByDeletion,

    /// <summary>They are evicted, all at once; where a disruption budget refuses, kubectl tries again until they are gone.</summary>
    ByEviction,
}

/// <summary>Where a client of the version puts the taints of a node.</summary>
public enum TaintWay
{
    /// <summary>In an annotation; one of a key.</summary>
    Annotation,

    /// <summary>In the spec; one of a key and an effect, which may be to put pods out.</summary>
    Spec,
}

/// <summary>Where the addresses of a service stand.</summary>
public enum AddressSource
{
    /// <summary>In one object a service.</summary>
    Endpoints,

    /// <summary>In slices of at most 100 (gate EndpointSliceProxying); clients of DNS go by the endpoints still.</summary>
    Slices,
}

/// <summary>Who measures pods for autoscalers.</summary>
public enum MetricsSource
{
    /// <summary>Heapster, through the API server's proxy.</summary>
    Heapster,

    /// <summary>metrics-server, and adapters of custom metrics, behind APIs of their own.</summary>
    MetricsServer,
}

/// <param name="Program">The key of its flags in a scenario: "controller-manager".</param>
/// <param name="Why">What holds instead, as the end of a sentence.</param>
public sealed record IdleFlag(string Program, string Flag, string Why)
{
    /// <summary>Several flags with one reason.</summary>
    internal static IEnumerable<IdleFlag> Of(string program, string why, params string[] flags) =>
        flags.Select(flag => new IdleFlag(program, flag, why));
}

/// <summary>Which labels kubelets write of themselves and of their place.</summary>
public enum NodeLabelling
{
    /// <summary>failure-domain.beta.kubernetes.io/zone, beta.kubernetes.io/os and so on.</summary>
    Beta,

    /// <summary>Those, and topology.kubernetes.io/zone, kubernetes.io/os and so on.</summary>
    BetaAndStable,
}
