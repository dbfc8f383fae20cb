using Simulator.Api;

namespace Simulator.World.Operations.Applying;

/// <summary>What kubectl apply makes of a stored object and a manifest.</summary>
internal static class AppliedObjects
{
    public static ApiObject Over(ApiObject stored, ApiObject wanted)
    {
        var manifest = LastApplied.Of(wanted);
        var whole = new Claims(LastApplied.Of(stored), manifest, IsWhole: manifest is null);
        var merged = Merge(stored, wanted, whole);
        return merged with { Metadata = MetaOf(stored.Metadata, wanted.Metadata, whole.Below("metadata")) };
    }

    private static ApiObject Merge(ApiObject stored, ApiObject wanted, Claims all) => (stored, wanted) switch
    {
        (Pod old, Pod next) =>
            old with { Spec = AppliedPods.Spec(old.Spec, next.Spec, all.Below("spec"), all.Below("metadata").Below("annotations")) },
        (ReplicationController old, ReplicationController next) => AppliedWorkloads.Merge(old, next, all.Below("spec")),
        (ReplicaSet old, ReplicaSet next) => AppliedWorkloads.Merge(old, next, all.Below("spec")),
        (Deployment old, Deployment next) => AppliedWorkloads.Merge(old, next, all.Below("spec")),
        (DaemonSet old, DaemonSet next) => AppliedWorkloads.Merge(old, next, all.Below("spec")),
        (Job old, Job next) => AppliedWorkloads.Merge(old, next, all.Below("spec")),
        (PetSet old, PetSet next) => AppliedWorkloads.Merge(old, next, all.Below("spec")),
        (HorizontalPodAutoscaler old, HorizontalPodAutoscaler next) => AppliedSettings.Merge(old, next, all.Below("spec")),
        (Service old, Service next) => AppliedServices.Merge(old, next, all.Below("spec")),
        (PersistentVolumeClaim old, PersistentVolumeClaim next) => AppliedStorage.Merge(old, next, all.Below("spec")),
        (PersistentVolume old, PersistentVolume next) => AppliedStorage.Merge(old, next, all.Below("spec")),
        (ConfigMap old, ConfigMap next) => AppliedSettings.Merge(old, next, all),
        (Secret old, Secret next) => AppliedSettings.Merge(old, next, all),
        (Endpoints old, Endpoints next) => old with { Subsets = all.Choose("subsets", old.Subsets, next.Subsets) },
        (LimitRange old, LimitRange next) => old with { Limits = all.Below("spec").Choose("limits", old.Limits, next.Limits) },
        (ResourceQuota old, ResourceQuota next) => AppliedSettings.Merge(old, next, all.Below("spec")),
        _ => stored,
    };

    private static ObjectMeta MetaOf(ObjectMeta stored, ObjectMeta wanted, Claims metadata)
    {
        var annotations = metadata.Merge("annotations", stored.Annotations, wanted.Annotations);
        if (wanted.Annotations.TryGetValue(WellKnownAnnotations.LastApplied, out var manifest))
        {
            annotations = annotations.With(WellKnownAnnotations.LastApplied, manifest);
        }
        return stored with { Labels = metadata.Merge("labels", stored.Labels, wanted.Labels), Annotations = annotations };
    }
}
