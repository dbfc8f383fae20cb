using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// The pass over all nodes (monitorNodeHealth in pkg/controller/nodelifecycle of 1.20): one after another, in the order of a map, each call
/// waiting for its answer, so that the loss of a zone is written down at the pace of the client's rate limit.
/// </summary>
/// <remarks>It works on the nodes as the watch had shown them when it began.</remarks>
internal sealed class HealthMonitor(TaintingContext context)
{
    private readonly HealthRoster _roster = new(context);
    private readonly HealthCheck _check = new(context);
    private readonly PodsUnready _unready = new(context);
    private readonly ZoneJudge _judge = new(context);

    /// <summary>A pod was bound to a node that is known not to be ready: it is taken out of service at once (processPod).</summary>
    public void Bound(Pod pod)
    {
        if (_roster.Find(pod.NodeName)?.IsKnownNotReady == true && context.Nodes.Find(pod.NodeName) is not null)
            context.Routines.Start(_unready.MarkAlone([pod]));
    }

    public IEnumerator<Wait> Pass()
    {
        var (nodes, order) = (context.Nodes.All, _roster.Listed);
        var tallies = new Dictionary<string, ZoneTally>(StringComparer.Ordinal);
        if (_roster.TryList(nodes) && IsCalm())
        {
            foreach (var record in order) Count(record.Place, See(record), tallies);
        }
        else
        {
            List<HealthRecord> drawn = [];
            foreach (var wait in _roster.Observe(nodes, drawn)) yield return wait;
            order = drawn;
            foreach (var record in drawn)
            {
                if (IsCalm(record))
                {
                    Count(record.Place, See(record), tallies);
                    continue;
                }

                if (TryQueue(record, tallies)) continue;
                foreach (var wait in Look(record, record.Listed, tallies)) yield return wait;
            }
        }

        foreach (var wait in _judge.Judge(tallies, order, _roster)) yield return wait;
        if (Busy(order.Count) is { Ticks: > 0 } busy) yield return new Pause(context.Routines, busy);
    }

    /// <summary>Passes are never exactly a period apart: eight of them are more than the grace of 40 s.</summary>
    private TimeSpan Busy(int nodes) => context.Hosting.Queueing * nodes;

    private IEnumerable<Wait> Look(HealthRecord record, Node listed, Dictionary<string, ZoneTally> tallies)
    {
        record.Settled = null;
        foreach (var wait in _check.Try(record, listed)) yield return wait;
        if (!_check.IsDecided) yield break;
        Count(ReferenceEquals(_check.Node, listed) ? record.Place : NodePlace.Of(_check.Node), _check.Current, tallies);
        if (_check.Current is null)
        {
            record.MustMarkPods = false;
            yield break;
        }

        var mustMark = _check.HasTurnedNotReady
            || (record.MustMarkPods && _check.Observed is not { Status: ConditionStatus.True });
        var pods = mustMark ? context.PodsOn(listed.Name) : [];
        var action = Decide(_check.Node, _check.Observed?.Status ?? ConditionStatus.Unknown);
        foreach (var wait in action) yield return wait;
        if (_check.HasTurnedNotReady) context.TellOfNode(listed.Name, "NodeNotReady", $"Node {listed.Name} status is now: NodeNotReady");
        if (mustMark)
        {
            foreach (var wait in _unready.Mark(pods)) yield return wait;
        }

        record.MustMarkPods = mustMark && !_unready.IsOk;
        if (!mustMark && IsDone(listed)) record.Settled = listed;
    }

    /// <summary>By the condition as it was read, before the controller's own write (processTaintBaseEviction).</summary>
    private IEnumerable<Wait> Decide(Node node, ConditionStatus observed)
    {
        if (observed == ConditionStatus.True) return Reachability.Restore(context, node);
        var (wanted, opposite) = observed == ConditionStatus.False
            ? (TaintKeys.EvictsNotReady, TaintKeys.EvictsUnreachable)
            : (TaintKeys.EvictsUnreachable, TaintKeys.EvictsNotReady);
        return TaintKeys.Has(TaintKeys.On(node), opposite)
            ? TaintSwap.Of(node, [wanted], [opposite]).Run()
            : Queue(node, wanted);
    }

    private IEnumerable<Wait> Queue(Node node, Taint wanted)
    {
        while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
        Enqueue(node, context.Zones.QueueOf(node), wanted);
    }

    private void Enqueue(Node node, TaintQueue queue, Taint wanted)
    {
        if (!TaintKeys.Has(TaintKeys.On(node), wanted))
        {
            if (context.Options.TaintQueue == TaintQueueing.Fixed) queue.Remove(node.Name);
            else queue.Forget(node.Name);
        }

        queue.Add(node.Name, context.Now);
    }

    /// <summary>
    /// A node that has been given up and waits for its taint, which may take hours, is queued anew by each pass without a call: what
    /// <see cref="Look"/> does with it, without its iterators.
    /// </summary>
    private bool TryQueue(HealthRecord record, Dictionary<string, ZoneTally> tallies)
    {
        var (node, taints) = (record.Listed, TaintKeys.On(record.Listed));
        var waits = record.ListedReady is { Status: ConditionStatus.Unknown } && !TaintKeys.Has(taints, TaintKeys.EvictsNotReady);
        if (!waits || record.MustMarkPods || context.EvictorLock.IsHeld) return false;
        record.IsRenewed(context.Now);
        Count(record.Place, See(record), tallies);
        Enqueue(node, context.Zones.Queues[record.Place.Zone], TaintKeys.EvictsUnreachable);
        record.Settled = TaintKeys.Has(taints, TaintKeys.EvictsUnreachable) ? node : null;
        return true;
    }

    /// <summary>With the node as it is, the next pass will have nothing to do, unless it falls silent.</summary>
    private bool IsDone(Node listed)
    {
        if (!ReferenceEquals(_check.Node, listed)) return false;
        var (taints, isKnown) = (TaintKeys.On(listed), context.Zones.QueueOf(listed).Knows(listed.Name));
        var (isUnreachable, isNotReady) =
            (TaintKeys.Has(taints, TaintKeys.EvictsUnreachable), TaintKeys.Has(taints, TaintKeys.EvictsNotReady));
        return _check.Current!.Status switch
        {
            ConditionStatus.True => !isKnown && !isUnreachable && !isNotReady,
            ConditionStatus.Unknown => isKnown && isUnreachable && !isNotReady,
            _ => isKnown && isNotReady && !isUnreachable,
        };
    }

    /// <summary>Nothing is to be done about any node: then their order does not matter, and none is drawn.</summary>
    private bool IsCalm()
    {
        foreach (var record in _roster.Listed)
        {
            if (!IsCalm(record)) return false;
        }

        return true;
    }

    /// <summary>
    /// Nothing was to be done about it, and nothing is now: the object is the same, and it lives or has long been given up.
    /// </summary>
    private bool IsCalm(HealthRecord record)
    {
        var (node, ready) = (record.Listed, record.ListedReady);
        if (record.MustMarkPods || !ReferenceEquals(record.Settled, node)) return false;
        return record.IsRenewed(context.Now) || ready is { Status: ConditionStatus.Unknown } || !_check.IsSilent(record, ready);
    }

    /// <summary>At the moment at which it was found calm.</summary>
    private NodeCondition? See(HealthRecord record)
    {
        record.Observe(record.ListedReady, record.Listed.Metadata.CreationTimestamp ?? context.Now, context.Now);
        return record.ListedReady;
    }

    private static void Count(NodePlace place, NodeCondition? ready, Dictionary<string, ZoneTally> tallies)
    {
        if (place.IsLeftOut) return;
        if (!tallies.TryGetValue(place.Zone, out var tally)) tallies.Add(place.Zone, tally = new ZoneTally());
        tally.Count(ready);
    }
}
