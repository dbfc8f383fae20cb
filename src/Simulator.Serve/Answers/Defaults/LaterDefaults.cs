using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Defaults;

/// <summary>Defaults of structs as 1.20.2 has them (the defaults.go of its pkg/apis).</summary>
internal static class LaterDefaults
{
    private const string Core = "io.k8s.api.core.v1.";
    private const string Apps = "io.k8s.api.apps.v1.";
    private const string Share = "25%";

    private static readonly FrozenDictionary<string, Action<JsonObject>> Rules = new Dictionary<string, Action<JsonObject>>
    {
        [Core + "Pod"] = PodDefaults.OfPod,
        [Core + "PodSpec"] = OfSpec,
        [Core + "Container"] = OfContainer,
        [Core + "EphemeralContainer"] = OfContainer,
        [Core + "ContainerPort"] = PodDefaults.OfPort,
        [Core + "Probe"] = PodDefaults.OfProbe,
        [Core + "HTTPGetAction"] = PodDefaults.OfHttpGet,
        [Core + "ObjectFieldSelector"] = PodDefaults.OfFieldSelector,
        [Core + "Volume"] = VolumeDefaults.OfVolume,
        [Core + "SecretVolumeSource"] = OfFiles,
        [Core + "ConfigMapVolumeSource"] = OfFiles,
        [Core + "DownwardAPIVolumeSource"] = OfFiles,
        [Core + "ProjectedVolumeSource"] = OfFiles,
        [Core + "ServiceAccountTokenProjection"] = token => token.Default("expirationSeconds", 3600L),
        [Core + "HostPathVolumeSource"] = path => path["type"] ??= "",
        [Core + "ISCSIVolumeSource"] = VolumeDefaults.OfIscsi,
        [Core + "RBDVolumeSource"] = VolumeDefaults.OfRbd,
        [Core + "PersistentVolume"] = OfVolume,
        [Core + "PersistentVolumeClaim"] = VolumeDefaults.OfClaim,
        [Core + "PersistentVolumeClaimSpec"] = claim => claim.Default("volumeMode", "Filesystem"),
        [Core + "ServiceSpec"] = OfService,
        [Core + "Endpoints"] = CoreDefaults.OfEndpoints,
        [Core + "Secret"] = CoreDefaults.OfSecret,
        [Core + "Namespace"] = CoreDefaults.OfNamespace,
        [Core + "Node"] = OfNode,
        [Core + "LimitRangeItem"] = CoreDefaults.OfLimits,
        [Core + "ReplicationController"] = WorkloadDefaults.OfReplicationController,
        [Apps + "Deployment"] = OfDeployment,
        [Apps + "ReplicaSet"] = OfReplicas,
        [Apps + "StatefulSet"] = OfStatefulSet,
        [Apps + "DaemonSet"] = OfDaemonSet,
        ["io.k8s.api.batch.v1.Job"] = OfJob,
        ["io.k8s.api.batch.v1beta1.CronJob"] = OfCronJob,
        ["io.k8s.api.autoscaling.v1.HorizontalPodAutoscaler"] = JobDefaults.OfAutoscaler,
        ["io.k8s.api.autoscaling.v2beta2.HorizontalPodAutoscaler"] = OfAutoscaler,
        ["io.k8s.api.scheduling.v1.PriorityClass"] = named => named.Default("preemptionPolicy", "PreemptLowerPriority"),
        ["io.k8s.api.storage.v1.StorageClass"] = OfClass,
        ["io.k8s.api.discovery.v1beta1.EndpointPort"] = OfPort,
        ["io.k8s.api.networking.v1.NetworkPolicyPort"] = port => port.Default("protocol", "TCP"),
        ["io.k8s.api.networking.v1.NetworkPolicySpec"] = OfPolicy,
        ["io.k8s.api.rbac.v1.Subject"] = OfSubject,
        ["io.k8s.api.rbac.v1.RoleRef"] = role => role.Default("apiGroup", "rbac.authorization.k8s.io"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Action<JsonObject>? Find(string type) => Rules.GetValueOrDefault(type);

    private static void OfSpec(JsonObject spec)
    {
        PodDefaults.OfSpec(spec);
        spec.Default("schedulerName", "default-scheduler");
        spec["enableServiceLinks"] ??= true;
        if (spec.Text("serviceAccountName").Length > 0) return;
        spec.Remove("serviceAccountName");
        spec.Remove("serviceAccount");
    }

    private static void OfContainer(JsonObject container)
    {
        PodDefaults.OfContainer(container);
        container.Default("terminationMessagePolicy", "File");
    }

    private static void OfFiles(JsonObject source) => source.Default("defaultMode", 420L);

    private static void OfVolume(JsonObject volume)
    {
        VolumeDefaults.OfPersistentVolume(volume);
        volume.Child("spec").Default("volumeMode", "Filesystem");
    }

    private static void OfService(JsonObject spec)
    {
        CoreDefaults.OfService(spec);
        if (spec.Text("sessionAffinity") == "ClientIP" && spec["sessionAffinityConfig"] is null)
        {
            spec["sessionAffinityConfig"] = new JsonObject { ["clientIP"] = new JsonObject { ["timeoutSeconds"] = 10_800L } };
        }

        if (spec.Text("type") is "NodePort" or "LoadBalancer") spec.Default("externalTrafficPolicy", "Cluster");
    }

    private static void OfNode(JsonObject node)
    {
        var status = node.Child("status");
        if (status["allocatable"] is null && status["capacity"] is { } capacity) status["allocatable"] = capacity.DeepClone();
    }

    private static void OfReplicas(JsonObject owner) => owner.Child("spec").Default("replicas", 1L);

    private static void OfDeployment(JsonObject deployment)
    {
        OfReplicas(deployment);
        var spec = deployment.Child("spec");
        var strategy = spec.Child("strategy");
        strategy.Default("type", "RollingUpdate");
        if (strategy.Text("type") == "RollingUpdate")
        {
            strategy.Child("rollingUpdate").Default("maxUnavailable", Share);
            strategy.Child("rollingUpdate").Default("maxSurge", Share);
        }

        spec.Default("revisionHistoryLimit", 10L);
        spec.Default("progressDeadlineSeconds", 600L);
    }

    private static void OfStatefulSet(JsonObject set)
    {
        OfReplicas(set);
        var spec = set.Child("spec");
        spec.Default("podManagementPolicy", "OrderedReady");
        spec.Default("revisionHistoryLimit", 10L);
        var strategy = spec.Child("updateStrategy");
        strategy.Default("type", "RollingUpdate");
        if (strategy.Text("type") == "RollingUpdate") strategy.Child("rollingUpdate").Default("partition", 0L);
    }

    private static void OfDaemonSet(JsonObject set)
    {
        var spec = set.Child("spec");
        spec.Default("revisionHistoryLimit", 10L);
        var strategy = spec.Child("updateStrategy");
        strategy.Default("type", "RollingUpdate");
        if (strategy.Text("type") == "RollingUpdate") strategy.Child("rollingUpdate").Default("maxUnavailable", 1L);
    }

    private static void OfJob(JsonObject job)
    {
        JobDefaults.OfJob(job);
        job.Child("spec").Default("backoffLimit", 6L);
        if (WorkloadDefaults.TemplateLabels(job) is { } labels) WorkloadDefaults.Label(job, labels);
    }

    private static void OfCronJob(JsonObject job)
    {
        var spec = job.Child("spec");
        spec.Default("concurrencyPolicy", "Allow");
        spec["suspend"] ??= false;
        spec.Default("successfulJobsHistoryLimit", 3L);
        spec.Default("failedJobsHistoryLimit", 1L);
    }

    private static void OfAutoscaler(JsonObject autoscaler)
    {
        JobDefaults.OfAutoscaler(autoscaler);
        var spec = autoscaler.Child("spec");
        if (spec["metrics"] is JsonArray { Count: > 0 }) return;
        spec["metrics"] = new JsonArray(Utilization(80));
    }

    /// <summary>Of the CPU that is requested.</summary>
    public static JsonObject Utilization(long percent) => new()
    {
        ["type"] = "Resource",
        ["resource"] = new JsonObject
        {
            ["name"] = "cpu",
            ["target"] = new JsonObject { ["type"] = "Utilization", ["averageUtilization"] = percent },
        },
    };

    private static void OfClass(JsonObject storage)
    {
        storage.Default("reclaimPolicy", "Delete");
        storage.Default("volumeBindingMode", "Immediate");
    }

    private static void OfPort(JsonObject port)
    {
        port["name"] ??= "";
        port.Default("protocol", "TCP");
    }

    private static void OfPolicy(JsonObject spec)
    {
        if (spec["policyTypes"] is JsonArray { Count: > 0 }) return;
        var types = new JsonArray("Ingress");
        if (spec["egress"] is JsonArray { Count: > 0 }) types.Add("Egress");
        spec["policyTypes"] = types;
    }

    private static void OfSubject(JsonObject subject)
    {
        if (subject.Text("kind") is "User" or "Group") subject.Default("apiGroup", "rbac.authorization.k8s.io");
    }
}
