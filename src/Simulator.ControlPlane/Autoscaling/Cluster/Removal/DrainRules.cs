using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Removal;

/// <summary>Which pods a node's removal would move, and which forbid it (FastGetPodsToMove of simulator/drain.go).</summary>
/// <param name="SkipSystemPods">--skip-nodes-with-system-pods</param>
/// <param name="SkipLocalStorage">--skip-nodes-with-local-storage</param>
public sealed record DrainRules(bool SkipSystemPods = true, bool SkipLocalStorage = true)
{
    private const string SystemNamespace = "kube-system";

    /// <returns>Why the node may not be removed, with what <paramref name="moved"/> holds then of no meaning; null if it may.</returns>
    public string? PodsToMove(PicturedNode node, List<Pod> moved)
    {
        moved.Clear();
        string? unreplicated = null;
        foreach (var cached in node.Info.Pods)
        {
            var pod = cached.Pod;
            var creator = pod.Metadata.CreatedBy?.Kind;
            if (PodOrigins.IsMirror(pod) || creator == "DaemonSet") continue;
            if (SkipSystemPods && pod.Namespace == SystemNamespace)
            {
                return $"non-deamons set, non-mirrored, kube-system pod present: {pod.Name}";
            }

            if (SkipLocalStorage && HasLocalStorage(pod)) return $"pod with local storage present: {pod.Name}";
            if (PodOrigins.IsReplicated(creator)) moved.Add(pod);
            else unreplicated ??= "unreplicated pods present";
        }

        return unreplicated;
    }

    /// <summary>
    /// What the detailed check moves, by what the API server says: the pods whose creator is there. Others just die with the node, without
    /// a word (GetPodsForDeletionOnNodeDrain of kubectl's drain, not forced).
    /// </summary>
    public static IEnumerable<Pod> PodsToMove(IEnumerable<Pod> listed, Func<ObjectReference, bool> exists) =>
        listed.Where(pod => !PodOrigins.IsMirror(pod)
            && pod.Metadata.CreatedBy is { } creator && PodOrigins.IsReplicated(creator.Kind) && exists(creator));

    private static bool HasLocalStorage(Pod pod)
    {
        foreach (var volume in pod.Spec.Volumes)
        {
            if (volume.IsEmptyDir || volume.HostPath is not null) return true;
        }

        return false;
    }
}
