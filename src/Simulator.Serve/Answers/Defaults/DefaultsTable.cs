using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Simulator.Serve.Answers.Defaults;

/// <summary>
/// Every struct that has defaults (the defaults.go of pkg/api/v1 and pkg/apis/* of 1.3.10; those of later versions stand beside).
/// </summary>
internal static class DefaultsTable
{
    private static readonly FrozenDictionary<string, Action<JsonObject>> Rules = new Dictionary<string, Action<JsonObject>>
    {
        ["v1.Pod"] = PodDefaults.OfPod,
        ["v1.PodSpec"] = PodDefaults.OfSpec,
        ["v1.Container"] = PodDefaults.OfContainer,
        ["v1.ContainerPort"] = PodDefaults.OfPort,
        ["v1.Probe"] = PodDefaults.OfProbe,
        ["v1.HTTPGetAction"] = PodDefaults.OfHttpGet,
        ["v1.ObjectFieldSelector"] = PodDefaults.OfFieldSelector,
        ["v1.Volume"] = VolumeDefaults.OfVolume,
        ["v1.ISCSIVolumeSource"] = VolumeDefaults.OfIscsi,
        ["v1.RBDVolumeSource"] = VolumeDefaults.OfRbd,
        ["v1.PersistentVolume"] = VolumeDefaults.OfPersistentVolume,
        ["v1.PersistentVolumeClaim"] = VolumeDefaults.OfClaim,
        ["v1.ServiceSpec"] = CoreDefaults.OfService,
        ["v1.Endpoints"] = CoreDefaults.OfEndpoints,
        ["v1.Secret"] = CoreDefaults.OfSecret,
        ["v1.Namespace"] = CoreDefaults.OfNamespace,
        ["v1.Node"] = CoreDefaults.OfNode,
        ["v1.LimitRangeItem"] = CoreDefaults.OfLimits,
        ["v1.ReplicationController"] = WorkloadDefaults.OfReplicationController,
        ["extensions.ReplicaSet"] = WorkloadDefaults.OfReplicaSet,
        ["extensions.DaemonSet"] = WorkloadDefaults.OfDaemonSet,
        ["extensions.Deployment"] = WorkloadDefaults.OfDeployment,
        ["apps.PetSet"] = WorkloadDefaults.OfReplicaSet,
        ["batch.Job"] = JobDefaults.OfJob,
        ["extensions.Job"] = JobDefaults.OfBetaJob,
        ["autoscaling.HorizontalPodAutoscaler"] = JobDefaults.OfAutoscaler,
        ["extensions.HorizontalPodAutoscaler"] = JobDefaults.OfBetaAutoscaler,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Action<JsonObject>? Find(string type) => Rules.GetValueOrDefault(type) ?? LaterDefaults.Find(type);
}
