using System.Collections.Frozen;
using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Controllers.LeaderElection;
using Simulator.ControlPlane.Controllers.Nodes.Tainting;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Volumes;
using Simulator.ControlPlane.Scheduling.Framework.Running;

namespace Simulator.ControlPlane.Versions;

/// <summary>Kubernetes 1.20.2 (2021-01).</summary>
internal static class Kubernetes120
{
    public static KubernetesVersion Table { get; } = new()
    {
        Name = "1.20.2",
        Scheduler = Schedulers.ByFramework,
        Acceptance = Schedulers.AcceptingByFramework,
        SchedulerNames = Schedulers.ByProfile,
        NodeMatch = new FilterMatch(),
        NodeLifecycle = static (flags, setting) => new TaintingController(flags.Nodes, flags.Taints, setting.Start, setting.Hosting),
        Evictions = EvictionRules.OfZones,
        LostNode = static (node, _, markedAt) => LostNode.Of(node, markedAt),
        Settled = SettledForms.ByReference,
        Loops =
        [
            OwningLoops.ReplicationControllers, ServingLoops.Endpoints, ServingLoops.EndpointSlices, OwningLoops.PodCollector,
            Loops.CloudNodes, Loops.LoadBalancers, Loops.Quotas, Loops.Namespaces,
        ],
        LoopsOfKinds =
        [
            new(OwningLoops.Deployments, "Deployment"),
            new(OwningLoops.ReplicaSets, "ReplicaSet"),
            new(OwningLoops.DaemonSets, "DaemonSet"),
            new(OwningLoops.Jobs, "Job"),
            new(OwningLoops.StatefulSets, "PetSet"),
            new(OwningLoops.Disruptions, "PodDisruptionBudget"),
            new(Loops.StabilizedAutoscalers, "HorizontalPodAutoscaler"),
            new(OwningLoops.Volumes, "PersistentVolumeClaim", "PersistentVolume"),
        ],

        Collector = OwningLoops.GarbageCollector,

        // Those of the default list that are simulated (pkg/kubeapiserver/options/plugins.go), in its order.
        AdmissionPlugins =
        [
            AdmissionPlugin.NamespaceLifecycle, AdmissionPlugin.LimitRanger, AdmissionPlugin.Priority,
            AdmissionPlugin.DefaultTolerationSeconds, AdmissionPlugin.DefaultStorageClass, AdmissionPlugin.ResourceQuota,
        ],
        NodeLabels = NodeLabelling.BetaAndStable,
        Metrics = MetricsSource.MetricsServer,
        Scalable = ["Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"],
        Kubelet = new KubeletRules
        {
            Version = "v1.20.2",
            SignOfLife = SignOfLife.Lease,
            Conditions =
            [
                (NodeConditionType.MemoryPressure, ConditionStatus.False, "KubeletHasSufficientMemory"),
                (NodeConditionType.DiskPressure, ConditionStatus.False, "KubeletHasNoDiskPressure"),
                (NodeConditionType.PidPressure, ConditionStatus.False, "KubeletHasSufficientPID"),
                (NodeConditionType.Ready, ConditionStatus.True, "KubeletReady"),
            ],
            PodRemoval = PodRemoval.AtStatusSweep,
            Admission = static () => new FilterAdmission(),
            StartupProbes = StartupProbes.Awaited,
            ReadinessGates = ReadinessGates.Awaited,

            // Judgement: the usual boot disk, 100 GiB.
            EphemeralStorage = 100L << 30,
        },
        ActsUpon = new[]
        {
            "PodDisruptionBudget", "PriorityClass", "HorizontalPodAutoscaler", "StorageClass", "CSINode",
            "pod.containers[].startupProbe", "pod.containers[].resources", "pod.containers[].resources.requests.'nvidia.com/gpu'",
            "pod.containers[].resources.limits.'nvidia.com/gpu'", "PersistentVolumeClaim spec.storageClassName",
            "spec.volumeClaimTemplates[].spec.storageClassName",
            "PersistentVolume spec.storageClassName", "PersistentVolume spec.nodeAffinity",
            "metadata.annotations.'volume.beta.kubernetes.io/storage-class'", "pod.topologySpreadConstraints",
            "pod.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[].matchFields",
            "pod.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[].preference.matchFields",
            "pod.tolerations[].effect", "pod.tolerations[].tolerationSeconds", "pod.overhead", "pod.priority", "pod.priorityClassName",
            "pod.preemptionPolicy", "pod.readinessGates", "spec.publishNotReadyAddresses", "Service spec.externalName",
            "StatefulSet spec.podManagementPolicy", "StatefulSet spec.updateStrategy", "DaemonSet spec.updateStrategy",
            "DaemonSet spec.minReadySeconds", "Deployment spec.progressDeadlineSeconds", "spec.minReadySeconds", "Job spec.backoffLimit",
        }.ToFrozenSet(StringComparer.Ordinal),
        ElectsAlone = true,
        HangingRenewals = HangingRenewals.EndAtDeadline,
        ForgetsSharedPorts = true,
        SchedulesDaemons = true,
        FinishedPodsHoldRecreation = true,
        CordonsAreTaints = true,
        LongestRetry = RetryPace.Usual.Longest,
        Volumes = VolumeMatching.ByClass,
        Proxies = AddressSource.Slices,
        Drains = DrainWay.ByEviction,
        Taints = TaintWay.Spec,
        Build = new BuildFacts("faecb196815e248d3ecfb03c680a4507229c2a56", "2021-01-13T13:20:00Z", "go1.15.5"),
        Api = ApiGroups.Apps,
        IdleFlags =
        [
            new("controller-manager", "pod-eviction-timeout", "the pods' own tolerationSeconds of 300 s count (taint manager)"),
            .. IdleFlag.Of(
                "controller-manager", "it evicts by taints, zone by zone (node-eviction-rate)", "deleting-pods-qps",
                "deleting-pods-burst"),
            .. IdleFlag.Of(
                "scheduler", "it goes by profiles (config)", "policy-config-file", "hard-pod-affinity-symmetric-weight", "failure-domains",
                "scheduler-name"),
            new("kubelet", "out-of-disk-transition-frequency", "there is no OutOfDisk condition any more"),
        ],
    };
}
