using System.Collections.Frozen;
using Simulator.Api.Words;

namespace Simulator.Api.Validation;

/// <summary>What the API server of 1.3.10 refuses, for every kind that acts: one entry a kind.</summary>
/// <remarks>The order of the messages is its own, except where it goes through a Go map: there names are sorted.</remarks>
public static class ObjectRules
{
    private static readonly FrozenDictionary<string, RulesOfKind> Rules = new Dictionary<string, RulesOfKind>
    {
        ["Pod"] = RulesOfKind.For<Pod>("", PodRules.Check, PodRules.CheckUpdate),
        ["Service"] = RulesOfKind.For<Service>("", ServiceRules.Check, ServiceRules.CheckUpdate),
        ["Endpoints"] = RulesOfKind.For<Endpoints>("", EndpointsRules.Check, (_, now, errors) => EndpointsRules.CheckUpdate(now, errors)),
        ["ReplicationController"] = RulesOfKind.For<ReplicationController>(
            "", ReplicationControllerRules.Check, (_, now, errors) => ReplicationControllerRules.CheckUpdate(now, errors)),
        ["ReplicaSet"] =
            RulesOfKind.For<ReplicaSet>("extensions", ReplicaSetRules.Check, ReplicaSetRules.CheckUpdate),
        ["Deployment"] =
            RulesOfKind.For<Deployment>("extensions", DeploymentRules.Check, DeploymentRules.CheckUpdate),
        ["DaemonSet"] =
            RulesOfKind.For<DaemonSet>("extensions", DaemonSetRules.Check, DaemonSetRules.CheckUpdate),
        ["Job"] = RulesOfKind.For<Job>("batch", JobRules.Check, JobRules.CheckUpdate),
        ["PetSet"] = RulesOfKind.For<PetSet>("apps", PetSetRules.Check, PetSetRules.CheckUpdate),

        // 1.3 does not know them. The first are made by controllers only: nothing is refused.
        ["ControllerRevision"] = RulesOfKind.For<ControllerRevision>("apps", static (_, _) => { }, static (_, _, _) => { }),
        ["EndpointSlice"] = RulesOfKind.For<EndpointSlice>("discovery.k8s.io", static (_, _) => { }, static (_, _, _) => { }),
        ["PodDisruptionBudget"] = RulesOfKind.For<PodDisruptionBudget>(
            "policy", PodDisruptionBudgetRules.Check, (_, now, errors) => PodDisruptionBudgetRules.Check(now, errors)),
        ["PriorityClass"] = RulesOfKind.For<PriorityClass>(
            "scheduling.k8s.io", PriorityClassRules.Check, PriorityClassRules.CheckUpdate),
        ["StorageClass"] = RulesOfKind.For<StorageClass>(
            "storage.k8s.io", StorageClassRules.Check, (_, now, errors) => StorageClassRules.Check(now, errors)),
        ["CSINode"] = RulesOfKind.For<CsiNode>("storage.k8s.io", static (_, _) => { }, static (_, _, _) => { }),
        ["HorizontalPodAutoscaler"] = RulesOfKind.For<HorizontalPodAutoscaler>(
            "autoscaling", HorizontalPodAutoscalerRules.Check, (_, now, errors) => HorizontalPodAutoscalerRules.CheckUpdate(now, errors)),
        ["ConfigMap"] = RulesOfKind.For<ConfigMap>("", ConfigMapRules.Check, (_, now, errors) => ConfigMapRules.CheckUpdate(now, errors)),
        ["Secret"] = RulesOfKind.For<Secret>("", SecretRules.Check, SecretRules.CheckUpdate),
        ["ServiceAccount"] = RulesOfKind.For<ServiceAccount>(
            "", ServiceAccountRules.Check, (_, now, errors) => ServiceAccountRules.CheckUpdate(now, errors)),
        ["LimitRange"] =
            RulesOfKind.For<LimitRange>("", LimitRangeRules.Check, (_, now, errors) => LimitRangeRules.CheckUpdate(now, errors)),
        ["ResourceQuota"] = RulesOfKind.For<ResourceQuota>("", ResourceQuotaRules.Check, ResourceQuotaRules.CheckUpdate),
        ["PersistentVolume"] = RulesOfKind.For<PersistentVolume>(
            "", PersistentVolumeRules.Check, (_, now, errors) => PersistentVolumeRules.CheckUpdate(now, errors)),
        ["PersistentVolumeClaim"] =
            RulesOfKind.For<PersistentVolumeClaim>("", PersistentVolumeClaimRules.Check, PersistentVolumeClaimRules.CheckUpdate),
        ["Node"] = RulesOfKind.For<Node>("", NodeRules.Check, (_, now, errors) => NodeRules.CheckUpdate(now, errors)),
        ["Cluster"] =
            RulesOfKind.For<Cluster>("federation", ClusterRules.Check, (_, now, errors) => ClusterRules.CheckUpdate(now, errors)),
        ["Namespace"] = RulesOfKind.For<Namespace>("", NamespaceRules.Check, (_, now, errors) => NamespaceRules.CheckUpdate(now, errors)),
    }.ToFrozenDictionary();

    /// <summary>What is wrong with an object that is to be created: named, defaulted, past admission.</summary>
    /// <param name="actedUpon">By the version of the cluster (<see cref="FieldErrors.ActedUpon"/>).</param>
    public static IReadOnlyList<FieldError> OnCreate(ApiObject value, IReadOnlySet<string>? actedUpon = null)
    {
        var errors = new FieldErrors { ActedUpon = actedUpon ?? FrozenSet<string>.Empty };
        Rules[value.Kind].Check(value, errors);
        return errors.All;
    }

    /// <summary>What is wrong with an object that is to take the place of a stored one of its name.</summary>
    /// <inheritdoc cref="OnCreate"/>
    public static IReadOnlyList<FieldError> OnUpdate(ApiObject stored, ApiObject wanted, IReadOnlySet<string>? actedUpon = null)
    {
        var errors = new FieldErrors { ActedUpon = actedUpon ?? FrozenSet<string>.Empty };
        Rules[stored.Kind].CheckUpdate(stored, wanted, errors);
        return errors.All;
    }

    /// <summary>
    /// The message of the refusal (NewInvalid in pkg/api/errors/errors.go): <c>Deployment.extensions "web" is invalid: ...</c>; several
    /// errors stand in brackets.
    /// </summary>
    public static string Message(ApiObject value, IReadOnlyList<FieldError> errors) =>
        Prefix(value) + (errors.Count == 1 ? errors[0].ToString() : $"[{Wording.Listed(errors.Select(error => error.ToString()))}]");

    /// <summary><c>Deployment.extensions "web" is invalid: </c></summary>
    public static string Prefix(ApiObject value)
    {
        var group = Rules[value.Kind].Group;
        return $"{value.Kind}{(group.Length > 0 ? "." + group : "")} \"{value.Name}\" is invalid: ";
    }
}
