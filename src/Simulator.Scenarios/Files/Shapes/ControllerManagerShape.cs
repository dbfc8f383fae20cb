using Simulator.ControlPlane.Controllers.Nodes.Tainting;
using Simulator.ControlPlane.Controllers.PetSets;
using Simulator.ControlPlane.Versions;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Flags of kube-controller-manager.</summary>
internal static class ControllerManagerShape
{
    private static readonly KeysOf<ControllerManagerOptions> Key = new();

    private static readonly Dictionary<string, PetList> PetLists = new()
    {
        ["1.3.10"] = PetList.OnePet,
        ["fixed"] = PetList.AllPets,
    };

    private static readonly Dictionary<string, TaintQueueing> TaintQueues = new()
    {
        ["released"] = TaintQueueing.Released,
        ["fixed"] = TaintQueueing.Fixed,
    };

    public static Shape<ControllerManagerOptions> Value { get; } = new("controller-manager", new ControllerManagerOptions(),
    [
        Key.Rate("kube-api-qps", "calls a second of each controller's client", o => o.KubeApiQps, (o, v) => o with { KubeApiQps = v }),
        Key.Integer(
            "kube-api-burst", "calls that each controller's client may make at once", 1, 1_000_000, o => o.KubeApiBurst,
            (o, v) => o with { KubeApiBurst = v }),
        Key.Cycle(
            "node-monitor-period", "how often the node controller looks at all nodes", o => o.Nodes.NodeMonitorPeriod,
            (o, v) => o with { Nodes = o.Nodes with { NodeMonitorPeriod = v } }),
        Key.Period(
            "node-monitor-grace-period", "a node silent for so long is marked Unknown", o => o.Nodes.NodeMonitorGracePeriod,
            (o, v) => o with { Nodes = o.Nodes with { NodeMonitorGracePeriod = v } }),
        Key.Duration(
            "node-startup-grace-period", "the same for a node that has never reported", o => o.Nodes.NodeStartupGracePeriod,
            (o, v) => o with { Nodes = o.Nodes with { NodeStartupGracePeriod = v } }),
        Key.Duration(
            "pod-eviction-timeout", "the pods of a node that was not Ready for so long are evicted", o => o.Nodes.PodEvictionTimeout,
            (o, v) => o with { Nodes = o.Nodes with { PodEvictionTimeout = v } }),
        Key.Rate(
            "deleting-pods-qps", "nodes a second whose pods are evicted, in the whole cluster", o => o.Nodes.DeletingPodsQps,
            (o, v) => o with { Nodes = o.Nodes with { DeletingPodsQps = v } }),
        Key.Integer(
            "deleting-pods-burst", "nodes whose pods may be evicted at once", 1, 1_000_000, o => o.Nodes.DeletingPodsBurst,
            (o, v) => o with { Nodes = o.Nodes with { DeletingPodsBurst = v } }),
        Key.Rate(
            "node-eviction-rate", "nodes a second of one zone that are tainted so that their pods are evicted",
            o => o.Taints.NodeEvictionRate, (o, v) => o with { Taints = o.Taints with { NodeEvictionRate = v } }),
        Key.Rate(
            "secondary-node-eviction-rate", "the same in a large zone of which most nodes are not ready",
            o => o.Taints.SecondaryNodeEvictionRate, (o, v) => o with { Taints = o.Taints with { SecondaryNodeEvictionRate = v } }),
        Key.Integer(
            "large-cluster-size-threshold", "a zone with more nodes is large; in others nobody is evicted while most are not ready", 0,
            1_000_000, o => o.Taints.LargeClusterSizeThreshold,
            (o, v) => o with { Taints = o.Taints with { LargeClusterSizeThreshold = v } }),
        Key.Number(
            "unhealthy-zone-threshold", "from this share of nodes that are not ready on, three at least, it is most of a zone", 0, 1,
            o => Math.Round(o.Taints.UnhealthyZoneThreshold, 6),
            (o, v) => o with { Taints = o.Taints with { UnhealthyZoneThreshold = (float)v } }),
        Key.Choice(
            "taint-queue",
            "released: as the version was, a node that waits for its taint is queued anew by every pass, and entries that stay when it is "
                + "Ready again can block its zone for good; fixed: as mended later. No flag of the real program",
            TaintQueues, o => o.Taints.TaintQueue, (o, v) => o with { Taints = o.Taints with { TaintQueue = v } }),
        Key.Integer(
            "concurrent-rc-syncs", "replication controllers synchronised at a time", 1, 10_000, o => o.Replication.ConcurrentSyncs,
            (o, v) => o with { Replication = o.Replication with { ConcurrentSyncs = v } }),
        Key.Integer(
            "concurrent-replicaset-syncs", "ReplicaSets synchronised at a time", 1, 10_000, o => o.ReplicaSets.ConcurrentSyncs,
            (o, v) => o with { ReplicaSets = o.ReplicaSets with { ConcurrentSyncs = v } }),
        Key.Integer(
            "concurrent-deployment-syncs", "Deployments synchronised at a time", 1, 10_000, o => o.Deployments.ConcurrentSyncs,
            (o, v) => o with { Deployments = o.Deployments with { ConcurrentSyncs = v } }),
        Key.Integer(
            "concurrent-job-syncs", "Jobs synchronised at a time", 1, 10_000, o => o.Jobs.ConcurrentSyncs,
            (o, v) => o with { Jobs = o.Jobs with { ConcurrentSyncs = v } }),
        Key.Choice(
            "petset-list",
            "1.3.10: a sync of a PetSet takes one of its pets, by chance, for all of them (its scale-down then deletes any surplus pet); "
                + "fixed: it knows every pet, as 1.4 does. No flag of the real program",
            PetLists, o => o.PetSets.PetList, (o, v) => o with { PetSets = o.PetSets with { PetList = v } }),
        Key.Integer(
            "concurrent-endpoint-syncs", "services whose endpoints are synchronised at a time", 1, 10_000, o => o.Endpoints.ConcurrentSyncs,
            (o, v) => o with
            {
                Endpoints = o.Endpoints with { ConcurrentSyncs = v },
                CachedEndpoints = o.CachedEndpoints with { ConcurrentSyncs = v },
            }),
        Key.Duration(
            "endpoint-updates-batch-period", "so long after a change of a pod the endpoints of its services are looked at",
            o => o.CachedEndpoints.BatchPeriod, (o, v) => o with { CachedEndpoints = o.CachedEndpoints with { BatchPeriod = v } }),
        Key.Integer(
            "concurrent-service-endpoint-syncs", "services whose endpoint slices are synchronised at a time", 1, 50,
            o => o.EndpointSlices.ConcurrentSyncs,
            (o, v) => o with { EndpointSlices = o.EndpointSlices with { ConcurrentSyncs = v } }),
        Key.Integer(
            "max-endpoints-per-slice", "addresses of an endpoint slice", 1, 1_000, o => o.EndpointSlices.MaxEndpointsPerSlice,
            (o, v) => o with { EndpointSlices = o.EndpointSlices with { MaxEndpointsPerSlice = v } }),
        Key.Duration(
            "endpointslice-updates-batch-period", "so long after a change of a pod the endpoint slices of its services are looked at",
            o => o.EndpointSlices.BatchPeriod, (o, v) => o with { EndpointSlices = o.EndpointSlices with { BatchPeriod = v } }),
        Key.Class(
            "cloud-provider",
            "gce (or true) and aws: claims that ask for it get a disk, nodes whose machine is gone are deleted, and services of type "
                + "LoadBalancer get their balancer; false: there is none",
            Clouds.Form, Clouds.Read, Clouds.NameOf, Clouds.With),
        Key.Cycle(
            "pvclaimbinder-sync-period",
            "how often every volume and claim is looked at without a cause: a claim that waits is matched again", o => o.Volumes.SyncPeriod,
            (o, v) => o with { Volumes = o.Volumes with { SyncPeriod = v } }),
        Key.Cycle(
            "horizontal-pod-autoscaler-sync-period", "how often every horizontal autoscaler is looked at", o => o.Autoscaling.SyncPeriod,
            (o, v) => o with
            {
                Autoscaling = o.Autoscaling with { SyncPeriod = v },
                Stabilizing = o.Stabilizing with { SyncPeriod = v },
            }),
        Key.Duration(
            "horizontal-pod-autoscaler-downscale-stabilization",
            "no autoscaler goes below what it has recommended within this time", o => o.Stabilizing.DownscaleStabilization,
            (o, v) => o with { Stabilizing = o.Stabilizing with { DownscaleStabilization = v } }),
        Key.Number(
            "horizontal-pod-autoscaler-tolerance", "a ratio so near to 1 changes nothing", 0, 1_000, o => o.Stabilizing.Tolerance,
            (o, v) => o with { Stabilizing = o.Stabilizing with { Tolerance = v } }),
        Key.Duration(
            "horizontal-pod-autoscaler-cpu-initialization-period",
            "so long after its start the CPU of a pod counts only while it is ready", o => o.Stabilizing.CpuInitializationPeriod,
            (o, v) => o with { Stabilizing = o.Stabilizing with { CpuInitializationPeriod = v } }),
        Key.Duration(
            "horizontal-pod-autoscaler-initial-readiness-delay",
            "a pod that was ready only within this time after its start counts as never ready", o => o.Stabilizing.InitialReadinessDelay,
            (o, v) => o with { Stabilizing = o.Stabilizing with { InitialReadinessDelay = v } }),
        Key.Integer(
            "terminated-pod-gc-threshold", "finished pods that may stay; the oldest beyond them are deleted every 20 s; 0: all stay", 0,
            int.MaxValue, o => o.TerminatedPods.Threshold, (o, v) => o with { TerminatedPods = o.TerminatedPods with { Threshold = v } }),
        Key.Integer(
            "concurrent-resource-quota-syncs", "quotas counted at a time", 1, 10_000, o => o.Quotas.ConcurrentSyncs,
            (o, v) => o with { Quotas = o.Quotas with { ConcurrentSyncs = v } }),
        Key.Cycle(
            "resource-quota-sync-period", "how often every quota is counted anew", o => o.Quotas.ResyncPeriod,
            (o, v) => o with { Quotas = o.Quotas with { ResyncPeriod = v } }),
        Key.Integer(
            "concurrent-namespace-syncs", "namespaces emptied at a time", 1, 10_000, o => o.Namespaces.ConcurrentSyncs,
            (o, v) => o with { Namespaces = o.Namespaces with { ConcurrentSyncs = v } }),
        Key.Cycle(
            "namespace-sync-period", "how often every namespace that is being deleted is looked at without a cause",
            o => o.Namespaces.ResyncPeriod, (o, v) => o with { Namespaces = o.Namespaces with { ResyncPeriod = v } }),
        .. ElectionKeys.For<ControllerManagerOptions>(o => o.LeaderElection, (o, v) => o with { LeaderElection = v }),
    ])
    {
        Program = "kube-controller-manager",
        Check = (options, fields) => ElectionKeys.Check(options.LeaderElection, fields),
    };
}
