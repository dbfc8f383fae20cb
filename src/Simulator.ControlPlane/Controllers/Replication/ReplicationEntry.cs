using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>A replication controller as the watch has shown it, with the pods that its selector matches.</summary>
internal sealed class ReplicationEntry(ReplicationController controller) : SelectorOwner<ReplicationEntry>(controller.Key)
{
    public ReplicationController Controller { get; set; } = controller;

    public override LabelSet Selector => Controller.Selector;

    public int ActiveCount()
    {
        var count = 0;
        foreach (var pods in Classes) count += pods.ActiveCount;
        return count;
    }

    /// <summary>Active pods that carry all labels of the template.</summary>
    public int FullyLabeledCount()
    {
        var count = 0;
        foreach (var pods in Classes)
        {
            if (Controller.Template.Labels.IsSubsetOf(pods.Labels)) count += pods.ActiveCount;
        }

        return count;
    }

    public List<Pod> ActivePods()
    {
        List<Pod> active = [];
        foreach (var pods in Classes)
        {
            foreach (var pod in pods.Pods)
            {
                if (pod.IsActive) active.Add(pod);
            }
        }

        return active;
    }

    /// <summary>Of controllers that overlap the oldest owns a pod, then the first by name (OverlappingControllers).</summary>
    public static ReplicationEntry? OwnerOf(PodClass<ReplicationEntry> pods)
    {
        ReplicationEntry? oldest = null;
        foreach (var entry in pods.Owners)
        {
            if (oldest is null || entry.Created < oldest.Created) oldest = entry;
        }

        return oldest;
    }

    private Instant Created => Controller.Metadata.CreationTimestamp ?? default;
}
