using System.Collections.Frozen;
using Simulator.Api.Documents;

namespace Simulator.Api.Manifests;

/// <summary>The kinds that are acted upon, in each of their API versions, and who reads them.</summary>
internal static class KindTable
{
    private static readonly FrozenDictionary<(string Kind, string Version), Func<FieldReader, ApiObject>> Readers =
        new Dictionary<(string Kind, string Version), Func<FieldReader, ApiObject>>
        {
            [("Pod", "v1")] = PodReader.Read,
            [("Node", "v1")] = NodeReader.Read,
            [("Namespace", "v1")] = NamespaceReader.Read,
            [("Cluster", "federation/v1beta1")] = ClusterReader.Read,
            [("ConfigMap", "v1")] = ConfigMapReader.Read,
            [("Secret", "v1")] = SecretReader.Read,
            [("ServiceAccount", "v1")] = ServiceAccountReader.Read,
            [("LimitRange", "v1")] = LimitRangeReader.Read,
            [("ResourceQuota", "v1")] = ResourceQuotaReader.Read,
            [("HorizontalPodAutoscaler", "autoscaling/v1")] = HorizontalPodAutoscalerReader.Read,
            [("HorizontalPodAutoscaler", "extensions/v1beta1")] = HorizontalPodAutoscalerReader.ReadBeta,
            [("Service", "v1")] = ServiceReader.Read,
            [("Endpoints", "v1")] = EndpointsReader.Read,
            [("PersistentVolume", "v1")] = PersistentVolumeReader.Read,
            [("PersistentVolumeClaim", "v1")] = PersistentVolumeClaimReader.Read,
            [("ReplicationController", "v1")] = ReplicationControllerReader.Read,
            [("ReplicaSet", "extensions/v1beta1")] = fields => ReplicaSetReader.Read(fields, AbsentSelector.TemplateLabels),
            [("ReplicaSet", "apps/v1beta2")] = fields => ReplicaSetReader.Read(fields, AbsentSelector.None),
            [("ReplicaSet", "apps/v1")] = fields => ReplicaSetReader.Read(fields, AbsentSelector.None),
            [("Deployment", "extensions/v1beta1")] = fields => DeploymentReader.Read(fields, DeploymentDefaults.Extensions),
            [("Deployment", "apps/v1beta1")] = fields => DeploymentReader.Read(fields, DeploymentDefaults.AppsBeta1),
            [("Deployment", "apps/v1beta2")] = fields => DeploymentReader.Read(fields, DeploymentDefaults.Apps),
            [("Deployment", "apps/v1")] = fields => DeploymentReader.Read(fields, DeploymentDefaults.Apps),
            [("DaemonSet", "extensions/v1beta1")] = fields => DaemonSetReader.Read(fields, AbsentSelector.TemplateLabels),
            [("DaemonSet", "apps/v1beta2")] = fields => DaemonSetReader.Read(fields, AbsentSelector.None),
            [("DaemonSet", "apps/v1")] = fields => DaemonSetReader.Read(fields, AbsentSelector.None),
            [("PetSet", "apps/v1alpha1")] = fields => PetSetReader.Read(fields, AbsentSelector.TemplateLabels),
            [("StatefulSet", "apps/v1beta1")] = fields => PetSetReader.Read(fields, AbsentSelector.TemplateLabels),
            [("StatefulSet", "apps/v1beta2")] = fields => PetSetReader.Read(fields, AbsentSelector.None),
            [("StatefulSet", "apps/v1")] = fields => PetSetReader.Read(fields, AbsentSelector.None),
            [("Job", "extensions/v1beta1")] = JobReader.ReadBeta,
            [("Job", "batch/v1")] = JobReader.Read,
        }.ToFrozenDictionary();

    /// <summary>Kinds that came after 1.3: whoever runs a version that has them acts upon them, and 1.3 tells that it does not.</summary>
    private static readonly FrozenDictionary<(string Kind, string Version), Func<FieldReader, ApiObject>> LaterReaders =
        new Dictionary<(string Kind, string Version), Func<FieldReader, ApiObject>>
        {
            [("PriorityClass", "scheduling.k8s.io/v1")] = PriorityClassReader.Read,
            [("PriorityClass", "scheduling.k8s.io/v1beta1")] = PriorityClassReader.Read,
            [("PodDisruptionBudget", "policy/v1beta1")] = PodDisruptionBudgetReader.Read,
            [("PodDisruptionBudget", "policy/v1")] = PodDisruptionBudgetReader.Read,
            [("HorizontalPodAutoscaler", "autoscaling/v2beta1")] = HorizontalPodAutoscalerReader.ReadFlatMetrics,
            [("HorizontalPodAutoscaler", "autoscaling/v2beta2")] = HorizontalPodAutoscalerReader.ReadMetrics,
            [("HorizontalPodAutoscaler", "autoscaling/v2")] = HorizontalPodAutoscalerReader.ReadMetrics,
            [("StorageClass", "storage.k8s.io/v1")] = StorageClassReader.Read,
            [("StorageClass", "storage.k8s.io/v1beta1")] = StorageClassReader.Read,
            [("CSINode", "storage.k8s.io/v1")] = CsiNodeReader.Read,
            [("CSINode", "storage.k8s.io/v1beta1")] = CsiNodeReader.Read,
        }.ToFrozenDictionary();

    /// <summary>Names of the kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. Readers.Keys.Select(key => key.Kind).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Null if the kind is not acted upon in this version.</summary>
    public static Func<FieldReader, ApiObject>? Find(string kind, string version) => Readers.GetValueOrDefault((kind, version));

    /// <summary>As <see cref="Find"/>, of a kind that came after 1.3.</summary>
    public static Func<FieldReader, ApiObject>? FindLater(string kind, string version) => LaterReaders.GetValueOrDefault((kind, version));

    /// <summary>As <see cref="VersionsOf"/>, with those that came after 1.3.</summary>
    public static IReadOnlyList<string> AllVersionsOf(string kind) =>
    [
        .. Readers.Keys.Concat(LaterReaders.Keys).Where(key => key.Kind == kind).Select(key => key.Version).Order(StringComparer.Ordinal),
    ];

    /// <summary>The versions in which a kind is read; none if it is not acted upon at all.</summary>
    public static IReadOnlyList<string> VersionsOf(string kind) =>
        [.. Readers.Keys.Where(key => key.Kind == kind).Select(key => key.Version).Order(StringComparer.Ordinal)];
}
