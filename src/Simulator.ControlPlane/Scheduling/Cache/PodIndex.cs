using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>Where the pods are, by what decisions look for in them: who looks for one thing never walks all pods.</summary>
public sealed class PodIndex
{
    public LabelClasses Classes { get; } = new();

    public NodeCountsBy<int> HostPorts { get; } = new();

    /// <summary>Disks that pods name inline, see <see cref="DiskNames"/>.</summary>
    public NodeCountsBy<string> Disks { get; } = new();

    /// <summary>Claims that pods name.</summary>
    public NodeCountsBy<ObjectKey> Claims { get; } = new();

    /// <summary>Pods with a claim or a disk.</summary>
    public NodeCounts DiskUsers { get; } = new();

    public AffinityTerms Terms { get; } = new();

    /// <summary>True if nothing that this index or a decision counts differs.</summary>
    internal static bool CountAlike(Pod one, Pod other) =>
        one.Metadata.Labels.SameAs(other.Metadata.Labels) && one.Metadata.IsBeingDeleted == other.Metadata.IsBeingDeleted
        && ReferenceEquals(one.Spec.Volumes, other.Spec.Volumes) && one.Spec.Affinity == other.Spec.Affinity;

    internal void Add(CachedPod pod)
    {
        pod.LabelClass = Classes.Of(pod.Pod);
        Count(pod, pod.LabelClass, 1);
        Terms.Add(pod);
    }

    /// <summary>To be called as long as the pod is as it was added.</summary>
    internal void Remove(CachedPod pod)
    {
        Count(pod, pod.LabelClass!, -1);
        Terms.Remove(pod);
        pod.LabelClass = null;
    }

    private void Count(CachedPod pod, LabelClass labelClass, int change)
    {
        Classes.Add(labelClass, pod.Node, pod.Pod.Metadata.IsBeingDeleted, change);
        foreach (var port in pod.Facts.HostPorts) HostPorts.Add(port, pod.Node, change);
        foreach (var volume in pod.Pod.Spec.Volumes)
        {
            if (DiskNames.Of(volume) is { } disk) Disks.Add(disk, pod.Node, change);
            else if (volume.ClaimName is { } claim) Claims.Add(new ObjectKey(pod.Pod.Namespace, claim), pod.Node, change);
            else continue;
            DiskUsers.Add(pod.Node, change);
        }
    }
}
