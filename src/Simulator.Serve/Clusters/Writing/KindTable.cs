using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Simulator.Api;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>A kind that the simulated world acts upon, as clients see it.</summary>
/// <param name="Resource">In the plural, as in paths.</param>
/// <param name="Version">Group and version in which 1.3.10 stores it.</param>
internal sealed record KindRow(string Kind, string Resource, string Version, Func<ApiObject, Setting, JsonObject> Write);

/// <summary>All of them; whatever is not here is kept as it is given.</summary>
internal static class KindTable
{
    public static IReadOnlyList<KindRow> Rows { get; } =
    [
        Row<Pod>("Pod", "pods", "v1", PodWriter.Write),
        Row<Node>("Node", "nodes", "v1", NodeWriter.Write),
        Row<Namespace>("Namespace", "namespaces", "v1", NamespaceWriter.Write),
        Row<ConfigMap>("ConfigMap", "configmaps", "v1", ConfigMapWriter.Write),
        Row<Secret>("Secret", "secrets", "v1", SecretWriter.Write),
        Row<ServiceAccount>("ServiceAccount", "serviceaccounts", "v1", ServiceAccountWriter.Write),
        Row<LimitRange>("LimitRange", "limitranges", "v1", LimitRangeWriter.Write),
        Row<ResourceQuota>("ResourceQuota", "resourcequotas", "v1", ResourceQuotaWriter.Write),
        Row<Service>("Service", "services", "v1", ServiceWriter.Write),
        Row<Endpoints>("Endpoints", "endpoints", "v1", EndpointsWriter.Write),
        Row<PersistentVolume>("PersistentVolume", "persistentvolumes", "v1", PersistentVolumeWriter.Write),
        Row<PersistentVolumeClaim>("PersistentVolumeClaim", "persistentvolumeclaims", "v1", PersistentVolumeClaimWriter.Write),
        Row<ReplicationController>("ReplicationController", "replicationcontrollers", "v1", ReplicationControllerWriter.Write),
        Row<ReplicaSet>("ReplicaSet", "replicasets", "extensions/v1beta1", ReplicaSetWriter.Write),
        Row<Deployment>("Deployment", "deployments", "extensions/v1beta1", DeploymentWriter.Write),
        Row<DaemonSet>("DaemonSet", "daemonsets", "extensions/v1beta1", DaemonSetWriter.Write),
        Row<Job>("Job", "jobs", "batch/v1", JobWriter.Write),
        Row<PetSet>("PetSet", "petsets", "apps/v1alpha1", PetSetWriter.Write),
        Row<HorizontalPodAutoscaler>(
            "HorizontalPodAutoscaler", "horizontalpodautoscalers", "autoscaling/v1", HorizontalPodAutoscalerWriter.Write),
        Row<Cluster>("Cluster", "clusters", "federation/v1beta1", ClusterWriter.Write),
    ];

    private static readonly FrozenDictionary<string, KindRow> ByKind = Rows.ToFrozenDictionary(row => row.Kind);

    private static readonly FrozenDictionary<string, KindRow> ByResource = Rows.ToFrozenDictionary(row => row.Resource);

    /// <summary>Null: nobody acts upon it.</summary>
    public static KindRow? Find(string kind) => ByKind.GetValueOrDefault(kind);

    /// <summary>Null: nobody acts upon it.</summary>
    public static KindRow? OfResource(string resource) => ByResource.GetValueOrDefault(resource);

    private static KindRow Row<T>(string kind, string resource, string version, Func<T, Setting, JsonObject> write)
        where T : ApiObject =>
        new(kind, resource, version, (value, setting) => write((T)value, setting));
}
