using static Simulator.Api.Omissions.FieldRule;

namespace Simulator.Api.Omissions;

/// <summary>Metadata and annotations that are not acted upon; an annotation <c>DOMAIN/*</c> stands for all of its domain.</summary>
internal static class MetaFieldRules
{
    public static IReadOnlyList<FieldRule> All { get; } =
    [
        // Written by servers: a dump is full of it.
        Silent("status"),
        Silent("metadata.clusterName"),
        Silent("metadata.creationTimestamp"),
        Silent("metadata.generation"),
        Silent("metadata.managedFields"),
        Silent("metadata.name"),
        Silent("metadata.namespace"),
        Silent("metadata.ownerReferences"),
        Silent("metadata.resourceVersion"),
        Silent("metadata.selfLink"),
        Silent("metadata.uid"),
        Details("metadata.finalizers", "1.3 waits for the finalizers of namespaces only: everything else is deleted at once"),
        Nothing("metadata.initializers"),

        Decisions(Annotation("pod.beta.kubernetes.io/init-containers"), "1.3 reads pod.alpha.kubernetes.io/init-containers"),
        Decisions(Annotation("scheduler.alpha.kubernetes.io/critical-pod"), "1.3 has no critical pods: nobody makes room for them"),
        Decisions(
            Annotation("scheduler.alpha.kubernetes.io/node-selector"), "1.3 has no such admission: pods of the namespace go to any node"),
        Decisions(Annotation("scheduler.alpha.kubernetes.io/preferAvoidPods"), "1.3 avoids no node"),
        Decisions(
            Annotation("volume.beta.kubernetes.io/storage-class"),
            "1.3 reads volume.alpha.kubernetes.io/storage-class, whatever its value"),
        Details(Annotation("net.beta.kubernetes.io/*"), "the network lets everything through"),
        Details(Annotation("cluster-autoscaler.kubernetes.io/*"), "no cluster autoscaler runs"),
        Details(Annotation("federation.kubernetes.io/*"), "only ReplicaSets of a federation are placed by it, not those of a cluster"),

        // Notes of programs for themselves.
        Silent(Annotation("authorization.k8s.io/*")),
        Silent(Annotation("autoscaling.alpha.kubernetes.io/*")),
        Silent(Annotation("batch.kubernetes.io/*")),
        Silent(Annotation("control-plane.alpha.kubernetes.io/*")),
        Silent(Annotation("deployment.kubernetes.io/*")),
        Silent(Annotation("endpoints.kubernetes.io/*")),
        Silent(Annotation("kubectl.kubernetes.io/*")),
        Silent(Annotation("node.alpha.kubernetes.io/*")),
        Silent(Annotation("pod.alpha.kubernetes.io/init-container-statuses")),
        Silent(Annotation("pod.beta.kubernetes.io/init-container-statuses")),
        Silent(Annotation("pv.kubernetes.io/*")),
        Silent(Annotation("rbac.authorization.kubernetes.io/*")),
        Silent(Annotation("volume.beta.kubernetes.io/storage-provisioner")),
        Silent(Annotation("volume.kubernetes.io/*")),
        Silent(Annotation("volumes.kubernetes.io/*")),
        Silent(Annotation("kubernetes.io/change-cause")),
        Silent(Annotation("kubernetes.io/config.hash")),
        Silent(Annotation("kubernetes.io/config.seen")),
        Silent(Annotation("kubernetes.io/config.source")),
        Silent(Annotation("kubernetes.io/created-by")),
        Silent(Annotation("kubernetes.io/description")),
        Silent(Annotation("kubernetes.io/limit-ranger")),
        Silent(Annotation("kubernetes.io/psp")),
        Silent(Annotation("kubernetes.io/service-account.name")),
        Silent(Annotation("kubernetes.io/service-account.uid")),

        Nothing(Annotation("container.apparmor.security.beta.kubernetes.io/*")),
        Nothing(Annotation("container.seccomp.security.alpha.kubernetes.io/*")),
        Nothing(Annotation("ingress.kubernetes.io/*")),
        Nothing(Annotation("nginx.ingress.kubernetes.io/*")),
        Nothing(Annotation("seccomp.security.alpha.kubernetes.io/*")),
        Nothing(Annotation("security.alpha.kubernetes.io/*")),
        Nothing(Annotation("service.beta.kubernetes.io/*"), "every load balancer is made alike"),
        Nothing(Annotation("service.alpha.kubernetes.io/*"), "every load balancer is made alike"),
        Nothing(Annotation("kubernetes.io/egress-bandwidth")),
        Nothing(Annotation("kubernetes.io/ingress-bandwidth")),
        Nothing(Annotation("kubernetes.io/ingress.class")),
    ];

    private static string Annotation(string key) => $"metadata.annotations.'{key}'";
}
