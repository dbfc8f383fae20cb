using Simulator.Api;
using Simulator.ControlPlane.Controllers.Deployments;

namespace Simulator.World.ApiServer;

/// <summary>What a PUT may change, and what it counts as (PrepareForUpdate of each kind in pkg/registry of 1.3.10).</summary>
internal static class UpdateRules
{
    /// <summary>
    /// The status stays, and a change of the desired state counts in the generation; for a Deployment a change of its annotations does too.
    /// </summary>
    public static ApiObject ForSpec(ApiObject stored, ApiObject wanted) => (stored, wanted) switch
    {
        (ReplicaController old, ReplicaController now) => Counted(old, now with { Status = old.Status }, IsSameSpec(old, now)),
        (Deployment old, Deployment now) =>
            Counted(
                old, now with { Status = old.Status }, IsSameSpec(old, now) && old.Metadata.Annotations.SameAs(now.Metadata.Annotations)),
        (DaemonSet old, DaemonSet now) => Counted(old, now with { Status = old.Status }, TemplateHash.AreEqual(old.Template, now.Template)),
        (Job old, Job now) => now with { Status = old.Status },
        (PetSet old, PetSet now) => now with { Status = old.Status },
        (PodDisruptionBudget old, PodDisruptionBudget now) => now with { Status = old.Status },
        (ResourceQuota old, ResourceQuota now) => now with { Status = old.Status },
        (Service old, Service now) => now with { LoadBalancerIngress = old.LoadBalancerIngress },
        (PersistentVolume old, PersistentVolume now) => now with { Phase = old.Phase },
        (PersistentVolumeClaim old, PersistentVolumeClaim now) => now with { Phase = old.Phase },
        (Namespace old, Namespace now) => now with { Phase = old.Phase, Finalizers = old.Finalizers },
        (HorizontalPodAutoscaler old, HorizontalPodAutoscaler now) => now with { Status = old.Status },
        (Cluster old, Cluster now) => now with { Conditions = old.Conditions, Zones = old.Zones, Region = old.Region },
        _ => wanted,
    };

    public static ApiObject ForStatus(ApiObject stored, ApiObject wanted) => (stored, wanted) switch
    {
        (Pod pod, Pod update) => pod with { Status = update.Status },
        (Node node, Node update) => node with { Status = update.Status },
        (ReplicaController controller, ReplicaController update) => controller with { Status = update.Status },
        (Deployment deployment, Deployment update) => deployment with { Status = update.Status },
        (DaemonSet set, DaemonSet update) => set with { Status = update.Status },
        (Job job, Job update) => job with { Status = update.Status },
        (PetSet set, PetSet update) => set with { Status = update.Status },
        (PodDisruptionBudget budget, PodDisruptionBudget update) => budget with { Status = update.Status },
        (ResourceQuota quota, ResourceQuota update) => quota with { Status = update.Status },
        (Service service, Service update) => service with { LoadBalancerIngress = update.LoadBalancerIngress },
        (PersistentVolume volume, PersistentVolume update) => volume with { Phase = update.Phase },
        (PersistentVolumeClaim claim, PersistentVolumeClaim update) => claim with { Phase = update.Phase },
        (Namespace home, Namespace update) => home with { Phase = update.Phase, Finalizers = update.Finalizers },
        (Cluster cluster, Cluster update) =>
            cluster with { Conditions = update.Conditions, Zones = update.Zones, Region = update.Region },
        (HorizontalPodAutoscaler scaler, HorizontalPodAutoscaler update) when update.Status.SameAs(scaler.Status)
            && ReferenceEquals(update.Metadata.Annotations, scaler.Metadata.Annotations) => scaler,
        (HorizontalPodAutoscaler scaler, HorizontalPodAutoscaler update) => scaler with
        {
            Status = update.Status,

            // Measured custom metrics are an annotation (pkg/registry/horizontalpodautoscaler/strategy.go: only the spec stays).
            Metadata = scaler.Metadata with { Annotations = update.Metadata.Annotations },
        },
        _ => throw new NotSupportedException($"{stored.Kind} has no status to update."),
    };

    /// <summary>Who leaves out the uid or the time of creation means those that are there (ValidateObjectMetaUpdate).</summary>
    public static ApiObject Identified(ApiObject stored, ApiObject wanted)
    {
        var (old, now) = (stored.Metadata, wanted.Metadata);
        if (now.Uid.Length > 0 || old.Uid.Length == 0) return wanted;
        return wanted with { Metadata = now with { Uid = old.Uid, CreationTimestamp = now.CreationTimestamp ?? old.CreationTimestamp } };
    }

    private static bool IsSameSpec(ReplicaController old, ReplicaController now) =>
        old.Replicas == now.Replicas && HaveSameLabels(old.Template, now.Template) && TemplateHash.AreEqual(old.Template, now.Template);

    private static bool IsSameSpec(Deployment old, Deployment now) => TemplateHash.AreEqual(old.Template, now.Template)
        && now with { Metadata = old.Metadata, Template = old.Template, Selector = old.Selector, Status = old.Status } == old;

    private static bool HaveSameLabels(PodTemplate left, PodTemplate right) => left.Labels.SameAs(right.Labels);

    private static ApiObject Counted(ApiObject old, ApiObject now, bool isSame) =>
        now with { Metadata = now.Metadata with { Generation = old.Metadata.Generation + (isSame ? 0 : 1) } };
}
