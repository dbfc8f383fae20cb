using System.Collections.Frozen;
using Simulator.Api.Words;

namespace Simulator.Api.Manifests;

/// <summary>Versions in which Kubernetes has, or once had, a kind: another one is a slip of the pen, which kubectl refuses.</summary>
internal static class KnownVersions
{
    /// <summary>Kinds of the core group; before 1.0 there were betas of them.</summary>
    private static readonly string[] Core = ["v1", "v1beta1", "v1beta2", "v1beta3"];

    /// <summary>What is not here nobody judges: OpenShift has had kinds of the same name without a group.</summary>
    private static readonly FrozenDictionary<string, string[]> Table = new Dictionary<string, string[]>
    {
        ["Pod"] = Core,
        ["Node"] = Core,
        ["Namespace"] = Core,
        ["Secret"] = Core,
        ["ServiceAccount"] = Core,
        ["ConfigMap"] = Core,
        ["LimitRange"] = Core,
        ["ResourceQuota"] = Core,
        ["Service"] = Core,
        ["Endpoints"] = Core,
        ["PersistentVolume"] = Core,
        ["PersistentVolumeClaim"] = Core,
        ["ReplicationController"] = Core,
        ["ReplicaSet"] = ["extensions/v1beta1", "apps/v1beta2", "apps/v1"],
        ["Deployment"] = ["extensions/v1beta1", "apps/v1beta1", "apps/v1beta2", "apps/v1"],
        ["DaemonSet"] = ["extensions/v1beta1", "apps/v1beta2", "apps/v1"],
        ["PetSet"] = ["apps/v1alpha1"],
        ["StatefulSet"] = ["apps/v1beta1", "apps/v1beta2", "apps/v1"],
        ["Job"] = ["extensions/v1beta1", "batch/v1", "batch/v2alpha1"],
        ["ScheduledJob"] = ["batch/v2alpha1"],
        ["CronJob"] = ["batch/v2alpha1", "batch/v1beta1", "batch/v1"],
        ["HorizontalPodAutoscaler"] = [
            "extensions/v1beta1", "autoscaling/v1", "autoscaling/v2alpha1", "autoscaling/v2beta1", "autoscaling/v2beta2", "autoscaling/v2"],
        ["Ingress"] = ["extensions/v1beta1", "networking.k8s.io/v1beta1", "networking.k8s.io/v1"],
        ["NetworkPolicy"] = ["extensions/v1beta1", "networking.k8s.io/v1"],
        ["PodDisruptionBudget"] = ["policy/v1alpha1", "policy/v1beta1", "policy/v1"],
        ["PodSecurityPolicy"] = ["extensions/v1beta1", "policy/v1beta1"],
    }.ToFrozenDictionary();

    /// <summary>In kubectl's words, and what there is; null if the kind has or had this version, or the group is somebody else's.</summary>
    public static string? Fault(string kind, string version)
    {
        if (!Table.TryGetValue(kind, out var versions) || versions.Contains(version) || !NearMiss.IsOfKubernetes(version)) return null;
        var read = KindTable.VersionsOf(kind);
        var known = read.Count > 0 ? $"it is read as {Wording.Listed(read)}" : $"there is {Wording.Listed(versions)}";
        return $"no kind \"{kind}\" is registered for version \"{Wording.Shortened(version)}\"; "
            + $"{known}{Wording.DidYouMean(version, read.Count > 0 ? read : versions)}";
    }
}
