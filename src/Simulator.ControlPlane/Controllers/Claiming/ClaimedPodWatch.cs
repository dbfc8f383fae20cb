using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Claiming;

/// <summary>
/// What the watches of controllers that own pods do: they keep the index, lower the expectations and queue the owner; of a pod that is
/// nobody's all that might claim it (addPod, updatePod, deletePod in replica_set.go and its like).
/// </summary>
/// <param name="enqueueChanged">Queues the owner of a pod that has changed; null = at once.</param>
/// <param name="isShown">Told of each change of a pod that has an owner; null = nobody asks.</param>
internal sealed class ClaimedPodWatch<T>(
    OwnerBook<T> owners, OwnerIndex<Pod> pods, IExpectations expectations, WorkQueue queue, Action<Owner<T>, Pod?, Pod>? isShown = null,
    Action<ObjectKey, Pod>? enqueueChanged = null)
    where T : ApiObject
{
    public void ObserveOwner(WatchEventType type, T owner)
    {
        if (owners.Observe(type, owner)) expectations.Forget(owner.Key);
        queue.Add(owner.Key);
    }

    public void ObservePod(in WatchEvent change)
    {
        var (pod, former) = ((Pod)change.Object, change.Previous as Pod);
        if (change.Type == WatchEventType.Deleted)
        {
            pods.Remove(former ?? pod);
            pods.Remove(pod);
            ObserveDeletion(pod);
            return;
        }

        pods.Put(pod, former);
        if (change.Type == WatchEventType.Added) former = null;
        if (pod.Metadata.IsBeingDeleted) ObserveEnd(pod, former);
        else if (former is null) ObserveAddition(pod);
        else ObserveChange(pod, former);
    }

    private void ObserveEnd(Pod pod, Pod? former)
    {
        ObserveDeletion(pod);
        if (former is not null && !former.Metadata.Labels.SameAs(pod.Metadata.Labels)) ObserveDeletion(former);
    }

    private void ObserveDeletion(Pod pod)
    {
        if (OwnerOf(pod) is not { } owner) return;
        expectations.DeletionObserved(owner.Value.Key, pod.Key);
        queue.Add(owner.Value.Key);
    }

    private void ObserveAddition(Pod pod)
    {
        if (pod.Metadata.ControllerReference is null) EnqueueSelecting(pod);
        else if (OwnerOf(pod) is { } owner)
        {
            expectations.CreationObserved(owner.Value.Key);
            queue.Add(owner.Value.Key);
            isShown?.Invoke(owner, null, pod);
        }
    }

    private void ObserveChange(Pod pod, Pod former)
    {
        var isOwnerNew = former.Metadata.ControllerReference != pod.Metadata.ControllerReference;
        if (isOwnerNew && OwnerOf(former) is { } left) queue.Add(left.Value.Key);
        if (OwnerOf(pod) is { } owner)
        {
            if (enqueueChanged is null) queue.Add(owner.Value.Key);
            else enqueueChanged(owner.Value.Key, pod);
            isShown?.Invoke(owner, former, pod);
        }
        else if (pod.Metadata.ControllerReference is null && (isOwnerNew || !former.Metadata.Labels.SameAs(pod.Metadata.Labels)))
        {
            EnqueueSelecting(pod);
        }
    }

    private Owner<T>? OwnerOf(Pod pod) => owners.Find(pod.Namespace, pod.Metadata.ControllerReference);

    private void EnqueueSelecting(Pod orphan)
    {
        foreach (var owner in owners.Selecting(orphan)) queue.Add(owner.Value.Key);
    }
}
