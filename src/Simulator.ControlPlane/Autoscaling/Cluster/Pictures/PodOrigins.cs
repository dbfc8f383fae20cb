using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>Who has made a pod, and would make it again (simulator/drain.go).</summary>
internal static class PodOrigins
{
    /// <summary>The kubelet shows what it runs from a file.</summary>
    public static bool IsMirror(Pod pod) => pod.Metadata.Annotations.ContainsKey(WellKnownAnnotations.MirrorPod);

    /// <summary>Pets are not among them: in 1.3 they count as pods that nobody would replace.</summary>
    public static bool IsReplicated(string? creatorKind) => creatorKind is "ReplicationController" or "ReplicaSet" or "Job";
}
