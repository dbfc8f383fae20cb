using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>One sync of a replication controller (syncReplicationController of 1.3.10): create or delete pods, wait, write the status.</summary>
internal sealed class ReplicationSync(
    ReplicationOptions options, PodIndex<ReplicationEntry> index, Expectations expectations, WorkQueue queue, RoutineSet routines)
{
    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!index.TryGetOwner(key, out var entry))
        {
            expectations.Forget(key);
            yield break;
        }

        // Counts are taken before this sync's own creations and deletions, and so is the status that it writes.
        var controller = entry!.Controller;
        var (active, fullyLabeled) = (entry.ActiveCount(), entry.FullyLabeledCount());
        if (expectations.AreMet(key, routines.Now) && !controller.Metadata.IsBeingDeleted && Manage(entry, active) is { } batch) yield return batch;

        foreach (var call in WriteStatus(controller, active, fullyLabeled)) yield return call;
    }

    private Batch? Manage(ReplicationEntry entry, int active)
    {
        var plan = ReplicaPlan.For(active, entry.Controller.Replicas, options.BurstReplicas);
        if (plan.Creates > 0) return Create(entry.Controller, plan.Creates);
        return plan.Deletes > 0 ? Delete(entry.Controller, plan.Victims(entry.ActivePods(), entry.Controller.Replicas)) : null;
    }

    private Batch Create(ReplicationController controller, int count)
    {
        expectations.ExpectCreations(controller.Key, count, routines.Now);
        var pod = ReplicaPod.From(controller);
        var requests = new ApiRequest[count];
        for (var i = 0; i < count; i++) requests[i] = new CreateRequest(pod);
        return new Batch(requests, answer => Created(controller, answer));
    }

    private void Created(ReplicationController controller, in ApiResponse answer)
    {
        if (answer.IsOk)
        {
            Tell(controller, "SuccessfulCreate", $"Created pod: {answer.Object!.Name}");
            return;
        }

        Tell(controller, "FailedCreate", $"Error creating: {answer.Outcome}");
        expectations.CreationObserved(controller.Key);
        queue.Add(controller.Key);
    }

    private Batch Delete(ReplicationController controller, ReadOnlySpan<Pod> victims)
    {
        expectations.ExpectDeletions(controller.Key, victims, routines.Now);
        var requests = new ApiRequest[victims.Length];
        for (var i = 0; i < victims.Length; i++) requests[i] = new DeleteRequest("Pod", victims[i].Key);
        return new Batch(requests, answer => Deleted(controller, answer));
    }

    private void Deleted(ReplicationController controller, in ApiResponse answer)
    {
        var pod = ((DeleteRequest)answer.Request).Key;
        if (answer.IsOk)
        {
            Tell(controller, "SuccessfulDelete", $"Deleted pod: {pod.Name}");
            return;
        }

        Tell(controller, "FailedDelete", $"Error deleting: {answer.Result}");
        expectations.DeletionObserved(controller.Key, pod);
        queue.Add(controller.Key);
    }

    /// <summary>Two tries in all, the second on a fresh copy; after that the sync is repeated (updateReplicaCount of 1.3.10).</summary>
    private IEnumerable<Wait> WriteStatus(ReplicationController controller, int active, int fullyLabeled)
    {
        var status = new ReplicaStatus { Replicas = active, FullyLabeledReplicas = fullyLabeled, ObservedGeneration = controller.Metadata.Generation };
        if (status == controller.Status) yield break;
        var first = new Call(new UpdateStatusRequest(controller with { Status = status }));
        yield return first;
        if (first.Response.IsOk) yield break;
        var fresh = new Call(new GetRequest("ReplicationController", controller.Key));
        yield return fresh;
        if (fresh.Response is { IsOk: true, Object: ReplicationController stored })
        {
            var second = new Call(new UpdateStatusRequest(stored with { Status = status }));
            yield return second;
            if (second.Response.IsOk) yield break;
        }

        queue.Add(controller.Key);
    }

    private void Tell(ReplicationController controller, string reason, string message) =>
        routines.Tell(new EventRequest(reason, "ReplicationController", controller.Key, message));
}
