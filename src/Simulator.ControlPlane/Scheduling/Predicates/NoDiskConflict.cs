using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>
/// No disk that the pod names inline is in use on the node (predicates.go, NoDiskConflict). Claims are not resolved here.
/// </summary>
public sealed class NoDiskConflict : IPredicate
{
    public bool CanReject(Pod pod) => pod.Spec.Volumes.Any(volume => DiskNames.Of(volume) is not null);

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            foreach (var existing in node.Pods)
            {
                if (ConflictsWithAny(volume, existing.Pod.Spec.Volumes)) return Verdict.Rejects("NoDiskConflict");
            }
        }

        return Verdict.Fits;
    }

    private static bool ConflictsWithAny(Volume volume, IReadOnlyList<Volume> existing)
    {
        foreach (var other in existing)
        {
            if (Conflicts(volume, other)) return true;
        }

        return false;
    }

    private static bool Conflicts(Volume one, Volume other) =>
        Conflicts(one.GcePersistentDisk, other.GcePersistentDisk)
        || (one.AwsElasticBlockStore is { } ebs && ebs.VolumeId == other.AwsElasticBlockStore?.VolumeId)
        || Conflicts(one.Rbd, other.Rbd);

    /// <summary>A GCE disk may be shared only by readers.</summary>
    private static bool Conflicts(GcePersistentDisk? one, GcePersistentDisk? other) =>
        one is not null && other is not null && one.PdName == other.PdName && !(one.ReadOnly && other.ReadOnly);

    private static bool Conflicts(Rbd? one, Rbd? other) =>
        one is not null && other is not null && one.Pool == other.Pool && one.Image == other.Image
        && one.Monitors.Any(other.Monitors.Contains);
}
