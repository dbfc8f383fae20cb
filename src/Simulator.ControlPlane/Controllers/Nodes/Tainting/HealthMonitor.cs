using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

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
        var nodes = context.Nodes.All;
        var tallies = new Dictionary<string, ZoneTally>(StringComparer.Ordinal);
        if (!_roster.HasChanged(nodes) && IsCalm(nodes))
        {
            for (var i = 0; i < nodes.Count; i++) Count(nodes[i], See(_roster[i], nodes[i]), tallies);
        }
        else
        {
            List<Node> listed = [.. nodes];
            context.Hosting.Order.Shuffle(listed);
            foreach (var wait in _roster.Observe(listed)) yield return wait;
            foreach (var node in listed)
            {
                var record = _roster.Of(node.Name);
                if (IsCalm(record, node))
                {
                    Count(node, See(record, node), tallies);
                    continue;
                }

                foreach (var wait in Look(record, node, tallies)) yield return wait;
            }

            nodes = listed;
        }

        foreach (var wait in _judge.Judge(tallies, nodes, _roster)) yield return wait;
        if (Busy(nodes.Count) is { Ticks: > 0 } busy) yield return new Pause(context.Routines, busy);
    }

    /// <summary>Passes are never exactly a period apart: eight of them are more than the grace of 40 s.</summary>
    private TimeSpan Busy(int nodes) => context.Hosting.Queueing * nodes;

    private IEnumerable<Wait> Look(HealthRecord record, Node listed, Dictionary<string, ZoneTally> tallies)
    {
        record.Settled = null;
        foreach (var wait in _check.Try(record, listed)) yield return wait;
        if (!_check.IsDecided) yield break;
        Count(_check.Node, _check.Current, tallies);
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
        var queue = context.Zones.QueueOf(node);
        if (!TaintKeys.Has(TaintKeys.On(node), wanted))
        {
            if (context.Options.TaintQueue == TaintQueueing.Fixed) queue.Remove(node.Name);
            else queue.Forget(node.Name);
        }

        queue.Add(node.Name, context.Now);
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
    private bool IsCalm(IReadOnlyList<Node> nodes)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (!IsCalm(_roster[i], nodes[i])) return false;
        }

        return true;
    }

    /// <summary>
    /// Nothing was to be done about it, and nothing is now: the object is the same, and it lives or has long been given up.
    /// </summary>
    private bool IsCalm(HealthRecord record, Node node)
    {
        if (record.MustMarkPods || !ReferenceEquals(record.Settled, node)) return false;
        var ready = node.Status.Condition(NodeConditionType.Ready);
        return ready is { Status: ConditionStatus.Unknown } || record.IsNewer(_check.Lease(node)) || !_check.IsSilent(record, ready);
    }

    private NodeCondition? See(HealthRecord record, Node node)
    {
        var ready = node.Status.Condition(NodeConditionType.Ready);
        record.Observe(ready, node.Metadata.CreationTimestamp ?? context.Now, _check.Lease(node), context.Now);
        return ready;
    }

    private static void Count(Node node, NodeCondition? ready, Dictionary<string, ZoneTally> tallies)
    {
        if (IsLeftOut(node)) return;
        var zone = ZoneTable.KeyOf(node);
        if (!tallies.TryGetValue(zone, out var tally)) tallies.Add(zone, tally = new ZoneTally());
        tally.Count(ready);
    }

    /// <summary>Masters, by their names, and whoever says so (isNodeExcludedFromDisruptionChecks).</summary>
    private static bool IsLeftOut(Node node)
    {
        var name = node.Name;
        return name.EndsWith("master", StringComparison.Ordinal)
            || (name.Length >= 10 && name.AsSpan(0, name.Length - 3).EndsWith("master-", StringComparison.Ordinal))
            || node.Metadata.Labels.ContainsKey("node.kubernetes.io/exclude-disruption");
    }
}
