using static Simulator.Api.Omissions.FieldRule;

namespace Simulator.Api.Omissions;

/// <summary>Fields of services, claims and volumes of later versions that are not acted upon.</summary>
internal static class ServiceFieldRules
{
    private const string ByClassAnnotation = "1.3 has no classes: a claim waits for a volume that fits, or asks for one to be made by "
        + "the annotation volume.alpha.kubernetes.io/storage-class";

    public static IReadOnlyList<FieldRule> All { get; } =
    [
        Decisions(
            "spec.publishNotReadyAddresses",
            "1.3 does so for the annotation service.alpha.kubernetes.io/tolerate-unready-endpoints: \"true\"",
            harmless: "false").Of("Service"),
        Details("spec.sessionAffinity", "requests are rates and have no clients: each goes to any address").Of("Service"),
        Details("spec.externalTrafficPolicy", "requests enter at all nodes and go to any address", harmless: "Cluster").Of("Service"),
        Details("spec.internalTrafficPolicy", "1.3 sends requests to any address", harmless: "Cluster").Of("Service"),
        Details("spec.trafficDistribution", "1.3 sends requests to any address").Of("Service"),
        Details("spec.topologyKeys", "1.3 sends requests to any address").Of("Service"),
        Details("spec.externalName", "1.3 has no such services").Of("Service"),
        Details("spec.type", "1.3 has no such services").Of("Service"),
        Details("spec.loadBalancerClass", "every load balancer is the cloud's").Of("Service"),
        Nothing("spec.allocateLoadBalancerNodePorts").Of("Service"),
        Nothing("spec.deprecatedPublicIPs").Of("Service"),
        Nothing("spec.externalIPs").Of("Service"),
        Nothing("spec.healthCheckNodePort").Of("Service"),
        Nothing("spec.loadBalancerIP").Of("Service"),
        Nothing("spec.loadBalancerSourceRanges").Of("Service"),
        Nothing("spec.ports[].appProtocol").Of("Service"),
        Nothing("spec.sessionAffinityConfig").Of("Service"),
        Silent("spec.portalIP").Of("Service"),
        Silent("spec.clusterIPs").Of("Service"),
        Silent("spec.ipFamilies").Of("Service"),
        Silent("spec.ipFamilyPolicy").Of("Service"),
        Silent("subsets").Of("Endpoints"),

        Decisions("spec.storageClassName", ByClassAnnotation).Of("PersistentVolumeClaim"),
        Details("spec.dataSource", "volumes are made empty").Of("PersistentVolumeClaim"),
        Details("spec.dataSourceRef", "volumes are made empty").Of("PersistentVolumeClaim"),
        Details("spec.volumeAttributesClassName", "1.3 has none").Of("PersistentVolumeClaim"),
        Nothing("spec.volumeMode").Of("PersistentVolumeClaim"),
        Nothing("spec.resources").Of("PersistentVolumeClaim"),
        Decisions("spec.volumeClaimTemplates[].spec.storageClassName", ByClassAnnotation),
        Details("spec.volumeClaimTemplates[].spec.dataSource", "volumes are made empty"),
        Nothing("spec.volumeClaimTemplates[].spec.volumeMode"),
        Nothing("spec.volumeClaimTemplates[].spec.resources"),

        Decisions("spec.nodeAffinity", "1.3 reads a volume's zone from its label failure-domain.beta.kubernetes.io/zone")
            .Of("PersistentVolume"),
        Decisions("spec.storageClassName", "1.3 has no classes: claims get volumes by size, access modes and selector")
            .Of("PersistentVolume"),
        Nothing("spec.mountOptions").Of("PersistentVolume"),
        Nothing("spec.volumeMode").Of("PersistentVolume"),
        Nothing("spec.volumeAttributesClassName").Of("PersistentVolume"),

        Nothing("immutable"),
        Nothing("binaryData"),
        Nothing("secrets").Of("ServiceAccount"),
        Nothing("imagePullSecrets").Of("ServiceAccount"),
        Nothing("automountServiceAccountToken").Of("ServiceAccount"),
    ];
}
