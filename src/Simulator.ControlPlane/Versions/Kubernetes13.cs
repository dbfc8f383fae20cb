using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Scheduling.Algorithm;

namespace Simulator.ControlPlane.Versions;

/// <summary>Kubernetes 1.3.10 (2016-11).</summary>
internal static class Kubernetes13
{
    public static KubernetesVersion Table { get; } = new()
    {
        Name = "1.3.10",
        Scheduler = Schedulers.ByPredicates,
        Acceptance = Schedulers.AcceptingByPredicates,
        SchedulerNames = Schedulers.ByFlag,
        NodeMatch = new PredicateMatch(),
        NodeLifecycle = static (flags, setting) => new NodeLifecycleController(flags.Nodes, setting.Start, setting.Hosting),
        Evictions = EvictionRules.OfCluster,
        LostNode = static (node, silentSince, markedAt) => SilentNode.Unknown(node, silentSince, markedAt)!,
        Settled = SettledForms.ByLabels,
        Loops =
        [
            Loops.ReplicationControllers, Loops.Endpoints, Loops.TerminatedPods, Loops.LoadBalancers, Loops.Quotas, Loops.Namespaces,
        ],
        LoopsOfKinds =
        [
            new(Loops.Deployments, "Deployment"),
            new(Loops.ReplicaSets, "ReplicaSet"),
            new(Loops.DaemonSets, "DaemonSet"),
            new(Loops.Jobs, "Job"),
            new(Loops.PetSets, "PetSet"),
            new(Loops.Autoscalers, "HorizontalPodAutoscaler"),
            new(Loops.Volumes, "PersistentVolumeClaim", "PersistentVolume"),
        ],

        // What cluster/gce/config-default.sh sets, without ServiceAccount (no tokens are simulated) and PersistentVolumeLabel (zones of
        // disks).
        AdmissionPlugins = [AdmissionPlugin.NamespaceLifecycle, AdmissionPlugin.LimitRanger, AdmissionPlugin.ResourceQuota],
        NodeLabels = NodeLabelling.Beta,
        Habits = Habits.All,
        Kubelet = new KubeletRules
        {
            Version = "v1.3.10",
            SignOfLife = SignOfLife.NodeStatus,
            Conditions =
            [
                (NodeConditionType.OutOfDisk, ConditionStatus.False, "KubeletHasSufficientDisk"),
                (NodeConditionType.MemoryPressure, ConditionStatus.False, "KubeletHasSufficientMemory"),
                (NodeConditionType.Ready, ConditionStatus.True, "KubeletReady"),
            ],
            PodRemoval = PodRemoval.AtOnce,
            Admission = static () => new PredicateAdmission(),
        },
        Build = new BuildFacts("c3e367e", "2016-11-02T06:02:04Z", "go1.6.2"),
        IdleFlags =
        [
            .. IdleFlag.Of("controller-manager", "it evicts by deleting-pods-qps, in the whole cluster", "node-eviction-rate",
                "secondary-node-eviction-rate", "large-cluster-size-threshold", "unhealthy-zone-threshold"),
            new("scheduler", "config", "it has no profiles (policy-config-file)"),
            new("controller-manager", "taint-queue", "it puts no taints on nodes"),
            new("controller-manager", "endpoint-updates-batch-period", "its endpoints controller looks at services at once"),
            .. IdleFlag.Of("controller-manager", "it has no endpoint slices", "concurrent-service-endpoint-syncs",
                "max-endpoints-per-slice", "endpointslice-updates-batch-period"),
            .. IdleFlag.Of("controller-manager", "its autoscalers go by fixed windows of 3 and 5 min and have no such flag",
                "horizontal-pod-autoscaler-downscale-stabilization", "horizontal-pod-autoscaler-tolerance",
                "horizontal-pod-autoscaler-cpu-initialization-period", "horizontal-pod-autoscaler-initial-readiness-delay"),
        ],
    };
}
