using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Simulator.Api;
using Simulator.ControlPlane.Versions;

namespace Simulator.Serve.Clusters.Writing;

/// <summary>A kind that the simulated world acts upon, as clients see it.</summary>
/// <param name="Kind">As the simulated store calls it.</param>
/// <param name="Resource">In the plural, as in paths.</param>
/// <param name="Version">Group and version in which it is stored.</param>
internal sealed record KindRow(string Kind, string Resource, string Version, Func<ApiObject, Setting, JsonObject> Write)
{
    /// <summary>As its documents call it.</summary>
    public string Shown { get; init; } = Kind;
}

/// <summary>All of them; whatever is not here is kept as it is given.</summary>
internal sealed class KindTable
{
    private readonly FrozenDictionary<string, KindRow> _byKind;
    private readonly FrozenDictionary<string, KindRow> _byResource;

    private KindTable(params IReadOnlyList<KindRow> rows)
    {
        _byKind = rows.ToFrozenDictionary(row => row.Kind);
        _byResource = rows.ToFrozenDictionary(row => row.Resource);
    }

    private static readonly KindTable Extensions = new(
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
        Row<Cluster>("Cluster", "clusters", "federation/v1beta1", ClusterWriter.Write));

    private static readonly KindTable Apps = new(
        Row<Pod>("Pod", "pods", "v1", LaterPodWriter.Write),
        Row<Node>("Node", "nodes", "v1", LaterNodeWriter.Write),
        Row<Namespace>("Namespace", "namespaces", "v1", NamespaceWriter.Write),
        Row<ConfigMap>("ConfigMap", "configmaps", "v1", ConfigMapWriter.Write),
        Row<Secret>("Secret", "secrets", "v1", SecretWriter.Write),
        Row<ServiceAccount>("ServiceAccount", "serviceaccounts", "v1", ServiceAccountWriter.Write),
        Row<LimitRange>("LimitRange", "limitranges", "v1", LimitRangeWriter.Write),
        Row<ResourceQuota>("ResourceQuota", "resourcequotas", "v1", ResourceQuotaWriter.Write),
        Row<Service>("Service", "services", "v1", ServiceWriter.Write),
        Row<Endpoints>("Endpoints", "endpoints", "v1", EndpointsWriter.Write),
        Row<EndpointSlice>("EndpointSlice", "endpointslices", "discovery.k8s.io/v1beta1", EndpointSliceWriter.Write),
        Row<PersistentVolume>("PersistentVolume", "persistentvolumes", "v1", LaterVolumeWriter.Write),
        Row<PersistentVolumeClaim>("PersistentVolumeClaim", "persistentvolumeclaims", "v1", LaterVolumeWriter.Write),
        Row<StorageClass>("StorageClass", "storageclasses", "storage.k8s.io/v1", StorageClassWriter.Write),
        Row<CsiNode>("CSINode", "csinodes", "storage.k8s.io/v1", StorageClassWriter.Write),
        Row<PriorityClass>("PriorityClass", "priorityclasses", "scheduling.k8s.io/v1", PriorityClassWriter.Write),
        Row<PodDisruptionBudget>("PodDisruptionBudget", "poddisruptionbudgets", "policy/v1beta1", BudgetWriter.Write),
        Row<ReplicationController>("ReplicationController", "replicationcontrollers", "v1", LaterWorkloadWriter.Write),
        Row<ReplicaSet>("ReplicaSet", "replicasets", "apps/v1", LaterWorkloadWriter.Write),
        Row<Deployment>("Deployment", "deployments", "apps/v1", LaterWorkloadWriter.Write),
        Row<DaemonSet>("DaemonSet", "daemonsets", "apps/v1", LaterWorkloadWriter.Write),
        Row<Job>("Job", "jobs", "batch/v1", LaterWorkloadWriter.Write),
        Row<PetSet>("PetSet", "statefulsets", "apps/v1", StatefulSetWriter.Write) with { Shown = "StatefulSet" },
        Row<ControllerRevision>("ControllerRevision", "controllerrevisions", "apps/v1", StatefulSetWriter.Write),
        Row<HorizontalPodAutoscaler>(
            "HorizontalPodAutoscaler", "horizontalpodautoscalers", "autoscaling/v2beta2", LaterAutoscalerWriter.Write));

    public static KindTable Of(ApiGroups api) => api == ApiGroups.Apps ? Apps : Extensions;

    /// <summary>Null: nobody acts upon it.</summary>
    public KindRow? Find(string kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>Null: nobody acts upon it.</summary>
    public KindRow? OfResource(string resource) => _byResource.GetValueOrDefault(resource);

    private static KindRow Row<T>(string kind, string resource, string version, Func<T, Setting, JsonObject> write)
        where T : ApiObject =>
        new(kind, resource, version, (value, setting) => write((T)value, setting));
}
