using System.Collections.Frozen;
using Simulator.Api.Documents;

namespace Simulator.Api.Omissions;

/// <summary>Kinds that Kubernetes (or a widespread extension of it) has or had, and that nothing here acts upon.</summary>
public static class KindRules
{
    private static readonly FrozenDictionary<string, KindRule> Table = All().ToFrozenDictionary(rule => rule.Kind);

    /// <summary>Keys below spec that only something has whose controller makes pods.</summary>
    private static readonly string[] SignsOfPods =
    [
        "template", "podTemplate", "jobTemplate", "replicas", "instances", "containers", "workloadTemplate",
    ];

    internal static IEnumerable<string> Names => Table.Keys;

    /// <summary>True of kinds that are understood, and that nothing acts upon all the same.</summary>
    public static bool IsLeftOut(string kind) => kind is "Node" or "Cluster";

    /// <summary>What there is to say of an object that is left out.</summary>
    /// <exception cref="InvalidOperationException">The kind is not left out.</exception>
    public static Omission LeftOut(string kind, SourceNode at) =>
        RuleOf(kind) is { Effect: { } effect, Sentence: var sentence }
            ? new Omission(effect, kind, "", sentence, at)
            : throw new InvalidOperationException($"{kind} is not left out");

    /// <summary>Others have kinds called Cluster, too, of which this says nothing.</summary>
    private static KindRule? RuleOf(string kind) => kind switch
    {
        "Node" => Table[kind],
        "Cluster" => new KindRule(
            kind, Effect.ChangesDecisions, "left out: it belongs to the API server of a federation (federation.workloads)"),
        _ => null,
    };

    /// <summary>The rule of a kind; for one that somebody defined, what its look suggests.</summary>
    internal static KindRule Find(string kind, SourceMapping @object) => Table.GetValueOrDefault(kind) ?? (MakesPods(@object)
        ? new KindRule(kind, Effect.ChangesDecisions, "no controller of it runs here: none of its pods come")
        : new KindRule(kind, Effect.ChangesDetails, "no controller of it runs here"));

    private static bool MakesPods(SourceMapping @object) =>
        @object["spec"] is SourceMapping spec && Array.Exists(SignsOfPods, key => spec.IndexOf(key) >= 0);

    private static IEnumerable<KindRule> All() =>
    [
        .. Of(Effect.ChangesDecisions, "1.3 has them as an alpha that is off: their jobs never come", "CronJob", "ScheduledJob"),
        .. Of(Effect.ChangesDecisions, "1.3 asks nobody before it evicts or drains", "PodDisruptionBudget"),
        .. Of(
            Effect.ChangesDecisions, "1.3 has no priorities: pods are scheduled first come, first served, and nobody is preempted",
            "PriorityClass"),
        .. Of(
            Effect.ChangesDecisions, "no such autoscaler runs: replicas and requests stay as they are", "VerticalPodAutoscaler",
            "MultidimPodAutoscaler", "ScaledObject", "ScaledJob"),
        .. Of(
            Effect.ChangesDecisions,
            "1.3 has no classes of storage: claims wait for a volume that fits, or ask for one by the annotation "
                + "volume.alpha.kubernetes.io/storage-class",
            "StorageClass"),
        .. Of(
            Effect.ChangesDecisions, "1.3 calls no webhooks and has no such policies: everything is admitted as it is",
            "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration", "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding",
            "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "PodPreset"),
        .. Of(
            Effect.ChangesDecisions, "1.3 has no claims of devices", "ResourceClaim", "ResourceClaimTemplate", "DeviceClass",
            "ResourceSlice", "DeviceTaintRule"),
        .. Of(Effect.ChangesDecisions, "1.3 has no storage drivers on nodes, and no limits of theirs", "CSINode"),
        .. Of(Effect.ChangesDecisions, "1.3 places pod by pod, never a group as a whole", "Workload", "PodGroup"),
        .. Of(Effect.ChangesDecisions, "its objects are not read: oc process writes them out", "Template"),
        .. Of(Effect.ChangesDetails, "left out: nodes come from nodePools", "Node"),
        .. Of(
            Effect.ChangesDetails, "requests are sent to services (clusters[].traffic)", "Ingress", "IngressClass", "Gateway",
            "GatewayClass", "HTTPRoute", "Route"),
        .. Of(Effect.ChangesDetails, "the network lets everything through", "NetworkPolicy"),
        .. Of(Effect.ChangesDetails, "every pod is admitted", "PodSecurityPolicy", "SecurityContextConstraints"),
        .. Of(Effect.ChangesDetails, "1.3 has one runtime a node", "RuntimeClass"),
        .. Of(Effect.ChangesDetails, "requests to the API have no priorities", "FlowSchema", "PriorityLevelConfiguration"),
        .. Of(
            Effect.ChangesDetails, "volumes are made empty", "VolumeSnapshot", "VolumeSnapshotClass", "VolumeSnapshotContent",
            "VolumeAttributesClass"),
        .. Of(
            Effect.ChangesNothing, "everybody may do everything", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding",
            "CertificateSigningRequest"),
        .. Of(
            Effect.ChangesNothing, "nothing uses it", "PodTemplate", "CustomResourceDefinition", "ThirdPartyResource", "APIService",
            "CSIDriver", "CSIStorageCapacity", "ServiceCIDR", "IPAddress"),
        .. Of(null, "", "Event", "EndpointSlice", "Lease", "ControllerRevision", "ComponentStatus", "NodeMetrics", "PodMetrics"),
    ];

    private static IEnumerable<KindRule> Of(Effect? effect, string sentence, params string[] kinds) =>
        kinds.Select(kind => new KindRule(kind, effect, sentence));
}
