using Simulator.ControlPlane.Versions;
using static Simulator.Serve.Resources.ResourceScope;
using static Simulator.Serve.Resources.ResourceVerbs;

namespace Simulator.Serve.Resources;

/// <summary>
/// What a server that keeps workloads in apps/v1 serves of 1.20.2 (its pkg/master/master.go), and later versions of the same objects, which
/// newer kubectls ask for. Whatever nobody acts upon is kept.
/// </summary>
public static class AppsTable
{
    /// <summary>Where questions about rights are asked.</summary>
    public const string Authorization = "authorization.k8s.io";

    private const string Rbac = "rbac.authorization.k8s.io";
    private const string Storage = "storage.k8s.io";
    public const string Metrics = "metrics.k8s.io";
    private const string Networking = "networking.k8s.io";

    /// <summary>Of what controllers alone make here.</summary>
    private const ResourceVerbs Seeing = Get | List | Watch | Delete;

    private static readonly ServedSubresource Proxy = new("proxy", "", None);

    private static readonly ServedSubresource Scale = new("scale", "Scale", Get | Update | Patch) { Of = "autoscaling/v1" };

    private static readonly ServedSubresource Eviction = new("eviction", "Eviction", Create) { Of = "policy/v1beta1" };

    /// <summary>What <c>kubectl top</c> asks for; those that serve it measure early clusters, too.</summary>
    public static IReadOnlyList<ServedResource> Measured { get; } =
    [
        Of(Metrics, "v1beta1", "nodes", "NodeMetrics", Cluster) with
        {
            Struct = "io.k8s.metrics.v1beta1.NodeMetrics", StoredName = "nodemetrics", Verbs = Get | List,
        },
        Of(Metrics, "v1beta1", "pods", "PodMetrics", Namespace) with
        {
            Struct = "io.k8s.metrics.v1beta1.PodMetrics", StoredName = "podmetrics", Verbs = Get | List,
        },
    ];

    /// <summary>In the version in which they are stored.</summary>
    private static readonly IReadOnlyList<ServedResource> Kept =
    [
        Core("bindings", "Binding", Namespace) with { Verbs = Create },
        Core("componentstatuses", "ComponentStatus", Cluster, "cs") with { Verbs = Get | List },
        Core("configmaps", "ConfigMap", Namespace, "cm"),
        Core("endpoints", "Endpoints", Namespace, "ep"),
        Core("events", "Event", Namespace, "ev"),
        Core("limitranges", "LimitRange", Namespace, "limits"),
        Core("namespaces", "Namespace", Cluster, "ns") with { Subresources = [new("finalize", "Namespace", Update), Status("Namespace")] },
        Core("nodes", "Node", Cluster, "no") with { Subresources = [Proxy with { Kind = "NodeProxyOptions" }, Status("Node")] },
        Core("persistentvolumeclaims", "PersistentVolumeClaim", Namespace, "pvc").WithStatus(),
        Core("persistentvolumes", "PersistentVolume", Cluster, "pv").WithStatus(),
        Core("pods", "Pod", Namespace, "po") with
        {
            Categories = ["all"],
            Subresources =
            [
                new("attach", "PodAttachOptions", None), new("binding", "Binding", Create), Eviction, new("exec", "PodExecOptions", None),
                new("log", "Pod", Get), new("portforward", "PodPortForwardOptions", None), Proxy with { Kind = "PodProxyOptions" },
                Status("Pod"),
            ],
        },
        Core("podtemplates", "PodTemplate", Namespace),
        Core("replicationcontrollers", "ReplicationController", Namespace, "rc") with
        {
            Categories = ["all"], Subresources = [Scale, Status("ReplicationController")],
        },
        Core("resourcequotas", "ResourceQuota", Namespace, "quota").WithStatus(),
        Core("secrets", "Secret", Namespace),
        Core("serviceaccounts", "ServiceAccount", Namespace, "sa"),
        Core("services", "Service", Namespace, "svc") with
        {
            Categories = ["all"], Verbs = Usual & ~DeleteCollection,
            Subresources = [Proxy with { Kind = "ServiceProxyOptions" }, Status("Service")],
        },
        Of("apps", "v1", "controllerrevisions", "ControllerRevision", Namespace) with { Verbs = Seeing },
        Of("apps", "v1", "daemonsets", "DaemonSet", Namespace, "ds").WithStatus() with { Categories = ["all"] },
        Of("apps", "v1", "deployments", "Deployment", Namespace, "deploy") with
        {
            Categories = ["all"], Subresources = [Scale, Status("Deployment")],
        },
        Of("apps", "v1", "replicasets", "ReplicaSet", Namespace, "rs") with
        {
            Categories = ["all"], Subresources = [Scale, Status("ReplicaSet")],
        },
        Of("apps", "v1", "statefulsets", "StatefulSet", Namespace, "sts") with
        {
            Categories = ["all"], Subresources = [Scale, Status("StatefulSet")],
        },
        .. Reviews("v1"),
        .. Reviews("v1beta1"),
        Of("autoscaling", "v2beta2", "horizontalpodautoscalers", "HorizontalPodAutoscaler", Namespace, "hpa").WithStatus() with
        {
            Categories = ["all"],
        },
        Of("batch", "v1", "jobs", "Job", Namespace).WithStatus() with { Categories = ["all"] },
        Of("batch", "v1beta1", "cronjobs", "CronJob", Namespace, "cj").WithStatus() with { Categories = ["all"] },
        Of("coordination.k8s.io", "v1", "leases", "Lease", Namespace),
        Of("discovery.k8s.io", "v1beta1", "endpointslices", "EndpointSlice", Namespace) with { Verbs = Seeing },
        .. Measured,
        Of(Networking, "v1", "ingressclasses", "IngressClass", Cluster),
        Of(Networking, "v1", "ingresses", "Ingress", Namespace, "ing").WithStatus(),
        Of(Networking, "v1", "networkpolicies", "NetworkPolicy", Namespace, "netpol"),
        Of("node.k8s.io", "v1", "runtimeclasses", "RuntimeClass", Cluster),
        Of("policy", "v1beta1", "poddisruptionbudgets", "PodDisruptionBudget", Namespace, "pdb").WithStatus(),
        Of(Rbac, "v1", "clusterrolebindings", "ClusterRoleBinding", Cluster),
        Of(Rbac, "v1", "clusterroles", "ClusterRole", Cluster),
        Of(Rbac, "v1", "rolebindings", "RoleBinding", Namespace),
        Of(Rbac, "v1", "roles", "Role", Namespace),
        Of("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", Cluster, "pc"),
        Of(Storage, "v1", "csidrivers", "CSIDriver", Cluster),
        Of(Storage, "v1", "csinodes", "CSINode", Cluster),
        Of(Storage, "v1", "storageclasses", "StorageClass", Cluster, "sc"),
        Of(Storage, "v1", "volumeattachments", "VolumeAttachment", Cluster).WithStatus(),
    ];

    /// <summary>Later versions than those in which they are stored, and one that is older.</summary>
    private static readonly IReadOnlyList<ServedResource> Seen =
    [
        See("autoscaling/v2beta2", "horizontalpodautoscalers", "v1") with { Struct = "io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler" },
        See("autoscaling/v2beta2", "horizontalpodautoscalers", "v2"),
        See("batch/v1beta1", "cronjobs", "v1"),
        See("policy/v1beta1", "poddisruptionbudgets", "v1"),
        See(Rbac + "/v1", "clusterrolebindings", "v1beta1"),
        See(Rbac + "/v1", "clusterroles", "v1beta1"),
        See(Rbac + "/v1", "rolebindings", "v1beta1"),
        See(Rbac + "/v1", "roles", "v1beta1"),
        See("scheduling.k8s.io/v1", "priorityclasses", "v1beta1"),
        See(Storage + "/v1", "csinodes", "v1beta1"),
        See(Storage + "/v1", "storageclasses", "v1beta1"),
    ];

    /// <summary>The groups beside v1, in the order of discovery; newer kubectls get a version of theirs where they know no other.</summary>
    public static IReadOnlyList<ServedGroup> Groups { get; } =
    [
        new("apps", "v1"),
        new(Authorization, "v1", "v1beta1"),
        new("autoscaling", "v1", "v2", "v2beta2"),
        new("batch", "v1", "v1beta1"),
        new("coordination.k8s.io", "v1"),
        new("discovery.k8s.io", "v1beta1"),
        new(Metrics, "v1beta1"),
        new(Networking, "v1"),
        new("node.k8s.io", "v1"),
        new("policy", "v1beta1", "v1"),
        new(Rbac, "v1", "v1beta1"),
        new("scheduling.k8s.io", "v1", "v1beta1"),
        new(Storage, "v1", "v1beta1"),
    ];

    /// <param name="actedUpon">By the version, as its table names it.</param>
    public static IReadOnlyList<ServedResource> Of(IReadOnlySet<string> actedUpon) =>
        [.. Kept.Concat(Seen).Select(resource => resource with { ActedUpon = actedUpon })];

    private static ServedResource Core(string name, string kind, ResourceScope scope, params IReadOnlyList<string> shortNames) =>
        Of("", "v1", name, kind, scope, shortNames);

    private static ServedResource Of(
        string group, string version, string name, string kind, ResourceScope scope, params IReadOnlyList<string> shortNames) =>
        new(group, version, name, kind, scope)
        {
            Struct = $"io.k8s.api.{(group.Length > 0 ? group.Split('.')[0] : "core")}.{version}.{kind}",
            ShortNames = shortNames,
            Api = ApiGroups.Apps,
        };

    /// <summary>Made, answered and forgotten.</summary>
    private static IEnumerable<ServedResource> Reviews(string version)
    {
        yield return Review(version, "localsubjectaccessreviews", "LocalSubjectAccessReview", Namespace);
        yield return Review("v1", "selfsubjectaccessreviews", "SelfSubjectAccessReview", Cluster);
        yield return Review("v1", "selfsubjectrulesreviews", "SelfSubjectRulesReview", Cluster);
        yield return Review(version, "subjectaccessreviews", "SubjectAccessReview", Cluster);

        ServedResource Review(string of, string name, string kind, ResourceScope scope) =>
            Of(Authorization, of, name, kind, scope) with { Version = version, StoredVersion = version, Verbs = Create };
    }

    private static ServedResource See(string stored, string name, string version)
    {
        var resource = Kept.First(kept => kept.GroupVersion == stored && kept.Name == name);
        return resource with
        {
            Version = version,
            StoredVersion = resource.Version,
            StoredStruct = resource.Struct,
            ShortNames = [],
            Categories = [],
        };
    }

    private static ServedResource WithStatus(this ServedResource resource) => resource with { Subresources = [Status(resource.Kind)] };

    private static ServedSubresource Status(string kind) => new("status", kind, Get | Update | Patch);
}
