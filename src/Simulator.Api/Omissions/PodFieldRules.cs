using static Simulator.Api.Omissions.FieldRule;

namespace Simulator.Api.Omissions;

/// <summary>Fields of pods (core/v1 PodSpec of later versions) that are not acted upon.</summary>
internal static class PodFieldRules
{
    public static IReadOnlyList<FieldRule> All { get; } =
    [
        // Who runs where.
        Decisions(
            "pod.topologySpreadConstraints",
            "1.3 has none: only SelectorSpreadPriority spreads pods, over nodes and zones as far as they fit"),
        Decisions("pod.affinity", "1.3 does not know it"),
        Details("pod.affinity.podAffinity", "1.3 reads labelSelector, namespaces and topologyKey of a term only"),
        Details("pod.affinity.podAntiAffinity", "1.3 reads labelSelector, namespaces and topologyKey of a term only"),
        Decisions(
            "pod.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[].namespaceSelector",
            "1.3 selects namespaces by the list 'namespaces' only"),
        Decisions(
            "pod.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[].namespaceSelector",
            "1.3 selects namespaces by the list 'namespaces' only"),
        Decisions(
            "pod.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[].matchFields",
            "1.3 has no matchFields: a term of nothing else matches no node"),
        Decisions(
            "pod.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[].preference.matchFields",
            "1.3 has no matchFields: a preference of nothing else prefers no node"),
        Decisions(
            "pod.tolerations[].effect",
            "1.3 knows NoSchedule and PreferNoSchedule: a NoExecute taint keeps pods away like NoSchedule and evicts nobody"),
        Decisions(
            "pod.tolerations[].tolerationSeconds",
            "1.3 evicts from silent nodes after one time for all pods (controller-manager: pod-eviction-timeout)", harmless: "300"),
        Decisions("pod.nodeSelector", "1.3 does not read it so"),
        Decisions("pod.overhead", "1.3 counts the requests of the containers only"),
        Decisions("pod.resources", "1.3 has no resources of whole pods: it counts the requests of the containers only"),
        Decisions("pod.resourceClaims", "1.3 has no claims of devices: the pod is placed without them"),
        Decisions("pod.os", "1.3 does not look at it: a nodeSelector kubernetes.io/os keeps pods on nodes that fit", harmless: "linux"),

        // When, and who goes first.
        Decisions(
            "pod.priority", "1.3 has no priorities: pods are scheduled first come, first served, and nobody is preempted", harmless: "0"),
        Decisions("pod.priorityClassName", "1.3 has no priorities: pods are scheduled first come, first served, and nobody is preempted"),
        Decisions(
            "pod.preemptionPolicy", "1.3 has no preemption: nobody makes room for a pod that waits", harmless: "PreemptLowerPriority"),
        Decisions("pod.schedulingGates", "1.3 has none: the pod is scheduled at once"),
        Decisions("pod.schedulingGroup", "1.3 places pod by pod, never a group as a whole"),
        Decisions("pod.workloadRef", "1.3 places pod by pod, never a group as a whole"),
        Decisions("pod.readinessGates", "1.3 has none: a pod is ready when its containers are"),

        // What the kubelet does with it.
        Details("pod.runtimeClassName", "1.3 has one runtime a node"),
        Details("pod.ephemeralContainers", "1.3 has none: they are not started"),
        Details("pod.volumes[]", "not looked at: it is mounted anywhere, and that takes no time"),
        Decisions("pod.volumes[].ephemeral", "1.3 has no such volumes: no claim is made, and the pod starts without"),
        Decisions("pod.volumes[].configMap.optional", "1.3 has none: the pod waits until the ConfigMap is there", harmless: "false"),
        Decisions("pod.volumes[].secret.optional", "1.3 has none: the pod waits until the Secret is there", harmless: "false"),
        Nothing("pod.volumes[].persistentVolumeClaim.readOnly"),
        Nothing("pod.volumes[].csi", "mounted without taking time"),
        Nothing("pod.volumes[].projected", "mounted without taking time"),
        Nothing("pod.volumes[].downwardAPI", "mounted without taking time"),
        Nothing("pod.volumes[].gitRepo", "mounted without taking time"),
        Silent("pod.host"),
        Nothing("pod.automountServiceAccountToken"),
        Nothing("pod.dnsConfig"),
        Nothing("pod.dnsPolicy"),
        Nothing("pod.enableServiceLinks"),
        Nothing("pod.hostAliases"),
        Nothing("pod.hostIPC"),
        Nothing("pod.hostPID"),
        Nothing("pod.hostUsers"),
        Nothing("pod.hostnameOverride"),
        Nothing("pod.imagePullSecrets", "every image can be pulled"),
        Nothing("pod.securityContext"),
        Nothing("pod.setHostnameAsFQDN"),
        Nothing("pod.shareProcessNamespace"),
    ];
}
