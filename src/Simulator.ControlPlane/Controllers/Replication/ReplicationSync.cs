using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Replication;

/// <summary>
/// One sync of a replica controller (syncReplicationController, syncReplicaSet of 1.3.10): create or delete pods, wait, write the status.
/// </summary>
internal sealed class ReplicationSync
{
    private readonly ReplicationOptions _options;
    private readonly PodIndex<OwnedPods<ReplicaController>> _index;
    private readonly Expectations _expectations;
    private readonly WorkQueue _queue;
    private readonly RoutineSet _routines;
    private readonly PodCalls _pods;

    public ReplicationSync(
        ReplicationOptions options, PodIndex<OwnedPods<ReplicaController>> index, Expectations expectations, WorkQueue queue,
            RoutineSet routines)
    {
        (_options, _index, _expectations, _queue, _routines) = (options, index, expectations, queue, routines);
        _pods = new PodCalls(routines, Failed);
    }

    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!_index.TryGetOwner(key, out var entry))
        {
            _expectations.Forget(key);
            yield break;
        }

        // Counts are taken before this sync's own creations and deletions, and so is the status that it writes.
        var controller = entry!.Value;
        var (active, fullyLabeled) = (entry.ActiveCount(), entry.FullyLabeledCount());
        if (_expectations.AreMet(key, _routines.Now) && !controller.Metadata.IsBeingDeleted && Manage(entry, active) is { } batch)
        {
            yield return batch;
        }

        foreach (var call in WriteStatus(controller, active, fullyLabeled)) yield return call;
    }

    private Batch? Manage(OwnedPods<ReplicaController> entry, int active)
    {
        var controller = entry.Value;
        var plan = ReplicaPlan.For(active, controller.Replicas, _options.BurstReplicas);
        if (plan.Creates > 0)
        {
            _expectations.ExpectCreations(entry.Key, plan.Creates, _routines.Now);
            return _pods.Create(entry.Reference, controller.Template, plan.Creates);
        }

        if (plan.Deletes == 0) return null;
        var victims = plan.Victims(entry.ActivePods(), controller.Replicas);
        _expectations.ExpectDeletions(entry.Key, victims, _routines.Now);
        return _pods.Delete(entry.Reference, victims);
    }

    private void Failed(ObjectReference owner, ApiRequest request)
    {
        if (request is DeleteRequest delete) _expectations.DeletionObserved(owner.Key, delete.Key);
        else _expectations.CreationObserved(owner.Key);
        _queue.Add(owner.Key);
    }

    /// <summary>Two tries in all, the second on a fresh copy; after that the sync is repeated (updateReplicaCount of 1.3.10).</summary>
    private IEnumerable<Wait> WriteStatus(ReplicaController controller, int active, int fullyLabeled)
    {
        var status = new ReplicaStatus
        {
            Replicas = active,
            FullyLabeledReplicas = fullyLabeled,
            ObservedGeneration = controller.Metadata.Generation,
        };
        if (status == controller.Status) yield break;
        var first = new Call(new UpdateStatusRequest(controller with { Status = status }));
        yield return first;
        if (first.Response.IsOk) yield break;
        var fresh = new Call(new GetRequest(controller.Kind, controller.Key));
        yield return fresh;
        if (fresh.Response is { IsOk: true, Object: ReplicaController stored })
        {
            var second = new Call(new UpdateStatusRequest(stored with { Status = status }));
            yield return second;
            if (second.Response.IsOk) yield break;
        }

        _queue.Add(controller.Key);
    }
}
