using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.DaemonSets;

/// <summary>One sync of a daemon set (syncDaemonSet of 1.3.10): creations, then deletions, then the status.</summary>
internal sealed class DaemonSetSync
{
    private readonly DaemonSetOptions _options;
    private readonly PodIndex<OwnedPods<DaemonSet>> _index;
    private readonly DaemonNodes _nodes;
    private readonly CountedExpectations _expectations;
    private readonly RoutineSet _routines;
    private readonly IMapOrder _order;
    private readonly PodCalls _pods;
    private readonly Dictionary<ObjectKey, DaemonLedger> _ledgers = [];

    public DaemonSetSync(
        DaemonSetOptions options, PodIndex<OwnedPods<DaemonSet>> index, DaemonNodes nodes, CountedExpectations expectations,
        RoutineSet routines, IMapOrder order)
    {
        (_options, _index, _nodes, _expectations, _routines, _order) = (options, index, nodes, expectations, routines, order);
        _pods = new PodCalls(routines, Failed);
    }

    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!_index.TryGetOwner(key, out var entry))
        {
            _expectations.Forget(key);
            _ledgers.Remove(key);
            yield break;
        }

        var set = entry!.Value;
        if (set.Selector is { IsEmpty: true }) yield break;
        var plan = PlanFor(entry);
        if (_expectations.AreMet(key, _routines.Now) && !set.Metadata.IsBeingDeleted)
        {
            TellRefusals(set, plan);
            var (creations, deletions) =
                (Math.Min(plan.NodesToFill.Count, _options.BurstReplicas), Math.Min(plan.PodsToDelete.Count, _options.BurstReplicas));
            _expectations.Expect(key, creations, deletions, _routines.Now);
            _order.Shuffle(plan.NodesToFill);
            if (creations > 0) yield return Create(entry, plan.NodesToFill, creations);
            if (deletions > 0) yield return _pods.Delete(entry.Reference, [.. plan.PodsToDelete.Take(deletions)]);
            if (creations + deletions > 0) plan = PlanFor(entry);
        }

        TellRefusals(set, plan);
        foreach (var wait in WriteStatus(set, plan.Status)) yield return wait;
    }

    private DaemonPlan PlanFor(OwnedPods<DaemonSet> entry)
    {
        if (!_ledgers.TryGetValue(entry.Key, out var ledger)) _ledgers.Add(entry.Key, ledger = new DaemonLedger(_nodes));
        return ledger.Plan(entry.Value, entry.Selector);
    }

    /// <summary>Bound at creation: the scheduler never sees these pods.</summary>
    private Batch Create(OwnedPods<DaemonSet> entry, List<string> nodes, int count)
    {
        var pod = ControlledPod.From(entry.Value.Template, entry.Reference);
        var requests = new ApiRequest[count];
        for (var i = 0; i < count; i++) requests[i] = new CreateRequest(pod with { Spec = pod.Spec with { NodeName = nodes[i] } });
        return _pods.Send(entry.Reference, requests);
    }

    private void Failed(ObjectReference owner, ApiRequest request)
    {
        if (request is DeleteRequest delete) _expectations.DeletionObserved(owner.Key, delete.Key);
        else _expectations.CreationObserved(owner.Key);
    }

    private void TellRefusals(DaemonSet set, DaemonPlan plan)
    {
        foreach (var (node, shortage) in plan.Refusals)
        {
            _routines.Tell(new EventRequest("FailedPlacement", "DaemonSet", set.Key, $"failed to place pod on \"{node}\": {shortage}"));
        }
    }

    /// <summary>Two tries, the second on a fresh copy; after that the next event or resync.</summary>
    private static IEnumerable<Wait> WriteStatus(DaemonSet set, DaemonSetStatus status)
    {
        if (status == set.Status) yield break;
        var first = new Call(new UpdateStatusRequest(set with { Status = status }));
        yield return first;
        if (first.Response.IsOk) yield break;
        var fresh = new Call(new GetRequest("DaemonSet", set.Key));
        yield return fresh;
        if (fresh.Response is { IsOk: true, Object: DaemonSet stored })
        {
            yield return new Call(new UpdateStatusRequest(stored with { Status = status }));
        }
    }
}
