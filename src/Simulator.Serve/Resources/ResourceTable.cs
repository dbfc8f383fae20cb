using static Simulator.Serve.Resources.ResourceScope;
using static Simulator.Serve.Resources.ResourceVerbs;

namespace Simulator.Serve.Resources;

/// <summary>Every resource that 1.3.10 serves, group by group, in the order of discovery.</summary>
public static class ResourceTable
{
    private const string Rbac = "rbac.authorization.k8s.io";

    private static readonly ServedSubresource Proxy = new("proxy", "", None);

    /// <summary>What 1.3.10 serves.</summary>
    public static IReadOnlyList<ServedResource> All { get; } =
    [
        Core("bindings", "Binding", Namespace) with { Verbs = Create },
        Core("componentstatuses", "ComponentStatus", Cluster, "cs") with { Verbs = Get | List },
        Core("configmaps", "ConfigMap", Namespace, "cm"),
        Core("endpoints", "Endpoints", Namespace, "ep"),
        Core("events", "Event", Namespace, "ev"),
        Core("limitranges", "LimitRange", Namespace, "limits"),
        Core("namespaces", "Namespace", Cluster, "ns") with { Subresources = [new("finalize", "Namespace", Update), Status("Namespace")] },
        Core("nodes", "Node", Cluster, "no") with { Subresources = [Proxy with { Kind = "Node" }, Status("Node")] },
        Core("persistentvolumeclaims", "PersistentVolumeClaim", Namespace, "pvc") with { Subresources = [Status("PersistentVolumeClaim")] },
        Core("persistentvolumes", "PersistentVolume", Cluster, "pv") with { Subresources = [Status("PersistentVolume")] },
        Core("pods", "Pod", Namespace, "po") with
        {
            Categories = ["all"],
            Subresources =
            [
                new("attach", "Pod", None), new("binding", "Binding", Create), new("exec", "Pod", None), new("log", "Pod", Get),
                new("portforward", "Pod", None), Proxy with { Kind = "Pod" }, Status("Pod"),
            ],
        },
        Core("podtemplates", "PodTemplate", Namespace),
        Core("replicationcontrollers", "ReplicationController", Namespace, "rc") with
        {
            Categories = ["all"],
            Subresources = [Scale with { Of = "autoscaling/v1" }, Status("ReplicationController")],
        },
        Core("resourcequotas", "ResourceQuota", Namespace, "quota") with { Subresources = [Status("ResourceQuota")] },
        Core("secrets", "Secret", Namespace),
        Core("serviceaccounts", "ServiceAccount", Namespace, "sa"),
        Core("services", "Service", Namespace, "svc") with
        {
            Categories = ["all"], Verbs = Usual & ~DeleteCollection, Subresources = [Proxy with { Kind = "Service" }, Status("Service")],
        },
        new("apps", "v1alpha1", "petsets", "PetSet", Namespace)
        {
            Struct = "apps.PetSet", Categories = ["all"], Subresources = [Status("PetSet")],
        },
        new("autoscaling", "v1", "horizontalpodautoscalers", "HorizontalPodAutoscaler", Namespace)
        {
            Struct = "autoscaling.HorizontalPodAutoscaler", ShortNames = ["hpa"], Categories = ["all"],
            Subresources = [Status("HorizontalPodAutoscaler")],
        },
        new("batch", "v1", "jobs", "Job", Namespace) { Struct = "batch.Job", Categories = ["all"], Subresources = [Status("Job")] },
        Extensions("daemonsets", "DaemonSet", "ds") with { Categories = ["all"], Subresources = [Status("DaemonSet")] },
        Extensions("deployments", "Deployment", "deploy") with
        {
            Categories = ["all"], Subresources = [new("rollback", "DeploymentRollback", Create), Scale, Status("Deployment")],
        },
        Extensions("horizontalpodautoscalers", "HorizontalPodAutoscaler", "hpa") with
        {
            StoredGroup = "autoscaling", StoredVersion = "v1", StoredStruct = "autoscaling.HorizontalPodAutoscaler",
            Subresources = [Status("HorizontalPodAutoscaler")],
        },
        Extensions("ingresses", "Ingress", "ing") with { Subresources = [Status("Ingress")] },
        Extensions("jobs", "Job") with
        {
            StoredGroup = "batch", StoredVersion = "v1", StoredStruct = "batch.Job", Subresources = [Status("Job")],
        },
        Extensions("networkpolicies", "NetworkPolicy", "netpol"),
        Extensions("replicasets", "ReplicaSet", "rs") with { Categories = ["all"], Subresources = [Scale, Status("ReplicaSet")] },
        Extensions("replicationcontrollers", "ReplicationControllerDummy") with
        {
            Verbs = None, StoredGroup = "", StoredVersion = "v1", StoredStruct = "v1.ReplicationController", Subresources = [Scale],
        },
        Extensions("thirdpartyresources", "ThirdPartyResource") with { Scope = Cluster },
        new("policy", "v1alpha1", "poddisruptionbudgets", "PodDisruptionBudget", Namespace)
        {
            Struct = "policy.PodDisruptionBudget", ShortNames = ["pdb"], Subresources = [Status("PodDisruptionBudget")],
        },
        new(Rbac, "v1alpha1", "clusterrolebindings", "ClusterRoleBinding", Cluster) { Struct = "rbac.ClusterRoleBinding" },
        new(Rbac, "v1alpha1", "clusterroles", "ClusterRole", Cluster) { Struct = "rbac.ClusterRole" },
        new(Rbac, "v1alpha1", "rolebindings", "RoleBinding", Namespace) { Struct = "rbac.RoleBinding" },
        new(Rbac, "v1alpha1", "roles", "Role", Namespace) { Struct = "rbac.Role" },
    ];

    /// <summary>Members of a federation, which its own API server keeps.</summary>
    public static ServedResource Clusters { get; } = new("federation", "v1beta1", "clusters", "Cluster", Cluster)
    {
        Struct = "federation.Cluster",
        Subresources = [Status("Cluster")],
    };

    /// <summary>Of clusters and federations.</summary>
    public static IReadOnlyList<ServedResource> Known { get; } = [.. All, Clusters];

    /// <exception cref="InvalidOperationException">It is not served.</exception>
    public static ServedResource Find(string groupVersion, string name) =>
        Known.First(resource => resource.GroupVersion == groupVersion && resource.Name == name);

    private static ServedSubresource Scale => new("scale", "Scale", Get | Update | Patch);

    private static ServedSubresource Status(string kind) => new("status", kind, Get | Update | Patch);

    private static ServedResource Core(string name, string kind, ResourceScope scope, params IReadOnlyList<string> shortNames) =>
        new("", "v1", name, kind, scope) { Struct = $"v1.{kind}", ShortNames = shortNames };

    private static ServedResource Extensions(string name, string kind, params IReadOnlyList<string> shortNames) =>
        new("extensions", "v1beta1", name, kind, Namespace) { Struct = $"extensions.{kind}", ShortNames = shortNames };
}
