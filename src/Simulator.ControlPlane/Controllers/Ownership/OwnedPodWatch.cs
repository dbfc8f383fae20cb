using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Ownership;

/// <summary>When a deletion that a controller has asked for counts as done.</summary>
internal enum DeletionCounts
{
    /// <summary>From its mark on: the replacement is not to wait for the kubelet.</summary>
    WhenMarked,

    /// <summary>When the object is gone.</summary>
    WhenGone,
}

/// <summary>What the watches of controllers that make pods do: they keep the index, lower the expectations and queue the owner.</summary>
internal sealed class OwnedPodWatch<T>(
    PodIndex<OwnedPods<T>> index, IExpectations expectations, WorkQueue queue, DeletionCounts deletionCounts)
    where T : ApiObject, IPodOwner
{
    public void ObserveOwner(WatchEventType type, T owner)
    {
        if (index.TryGetOwner(owner.Key, out var entry))
        {
            if (type == WatchEventType.Deleted) index.Remove(entry!);
            else if (entry!.Replace(owner)) index.Relink(entry);
        }
        else if (type != WatchEventType.Deleted)
        {
            index.Add(new OwnedPods<T>(owner));
        }

        queue.Add(owner.Key);
    }

    public void ObservePod(in WatchEvent podEvent)
    {
        var pods = index.Apply(podEvent);
        var former = podEvent.Previous is Pod previous && !previous.Metadata.Labels.SameAs(pods.Labels) ? index.ClassOf(previous) : null;
        if (IsDeletion(podEvent))
        {
            ObserveDeletion(pods, podEvent.Object.Key);
            if (former is not null) ObserveDeletion(former, podEvent.Object.Key);
            return;
        }

        if (former is not null) Enqueue(OwnedPods<T>.OwnerOf(former));
        var owner = OwnedPods<T>.OwnerOf(pods);
        if (owner is not null && podEvent.Type == WatchEventType.Added) expectations.CreationObserved(owner.Key);
        Enqueue(owner);
    }

    private bool IsDeletion(in WatchEvent podEvent) => podEvent.Type == WatchEventType.Deleted
        || (deletionCounts == DeletionCounts.WhenMarked && podEvent.Object.Metadata.IsBeingDeleted);

    private void ObserveDeletion(PodClass<OwnedPods<T>> pods, ObjectKey pod)
    {
        var owner = OwnedPods<T>.OwnerOf(pods);
        if (owner is not null) expectations.DeletionObserved(owner.Key, pod);
        Enqueue(owner);
    }

    private void Enqueue(OwnedPods<T>? owner)
    {
        if (owner is not null) queue.Add(owner.Key);
    }
}
