using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// The pass over all nodes (monitorNodeStatus of 1.3.10): one node after another, each call waiting for its answer, so that the
/// loss of many nodes is written down at the pace of the client's rate limit.
/// </summary>
internal sealed class NodeMonitor(NodeLifecycleContext context, IHeartbeats heartbeats, NodeRemoval? removal)
{
    private readonly NodeRoster _roster = new(context);
    private readonly NodeStatusWrite _write = new(context, heartbeats);
    private bool _isSegmented;

    public IEnumerator<Wait> Pass()
    {
        var list = new Call(new ListRequest("Node"));
        yield return list;
        if (!list.Response.IsOk) yield break;
        var (nodes, listedAt) = (list.Response.Items!, context.Now);
        while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
        foreach (var vanished in _roster.Observe(nodes))
        {
            while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
            _roster.Forget(vanished);
            if (Evict(vanished.Name)) yield return context.Queueing;
        }

        var sawReady = false;
        for (var i = 0; i < nodes.Count; i++)
        {
            var (node, record) = ((Node)nodes[i], _roster[i]);
            record.Look(node);
            if (IsHealthy(node, record, listedAt) && !context.EvictorLock.IsHeld)
            {
                Cancel(node.Name);
                sawReady |= !IsMaster(node);
                continue;
            }

            if (record.IsStillSilent(heartbeats.LastHeartbeat(node, listedAt)) && !context.EvictorLock.IsHeld)
            {
                if (Decide(record, ConditionStatus.Unknown)) yield return context.Queueing;
                removal?.RemoveIfGone(node.Name);
                continue;
            }

            foreach (var wait in _write.Try(record, node, listedAt)) yield return wait;
            if (!_write.IsDecided || _write.WasNeverReported) continue;
            while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
            sawReady |= _write.Observed == ConditionStatus.True && !IsMaster(node);
            if (Decide(record, _write.Observed)) yield return context.Queueing;
            if (_write.Observed == ConditionStatus.True && _write.HasTurnedUnknown)
            {
                foreach (var wait in PodsNotReady.Mark(context, _write.Node)) yield return wait;
            }

            if (_write.Observed != ConditionStatus.True || _write.HasTurnedUnknown) removal?.RemoveIfGone(node.Name);
        }

        while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
        JudgeSegmentation(sawReady);
    }

    /// <summary>The common case costs a few comparisons: Ready, and heard of within the grace period.</summary>
    /// <remarks>The heartbeat is the listed one, the clock runs on: in a pass that takes minutes a healthy node looks silent, until the
    /// write is refused.</remarks>
    private bool IsHealthy(Node node, NodeRecord record, Instant listedAt)
    {
        if (record.Ready is not { Status: ConditionStatus.True }) return false;
        record.Observe(default, heartbeats.LastHeartbeat(node, listedAt), context.Now);
        return context.Now <= record.ProbeTime + context.Options.NodeMonitorGracePeriod;
    }

    /// <summary>By the condition as it was read at the start, and by the controller's own clock; both comparisons are strict.</summary>
    /// <returns>Whether the node has entered the eviction queue.</returns>
    private bool Decide(NodeRecord record, ConditionStatus observed)
    {
        if (observed == ConditionStatus.True) Cancel(record.Name);
        var silentSince = observed == ConditionStatus.False ? record.ReadyTransitionTime : record.ProbeTime;
        return observed != ConditionStatus.True && context.Now - context.Options.PodEvictionTimeout > silentSince && Evict(record.Name);
    }

    /// <returns>Whether the node has entered the queue; false if it waits there already.</returns>
    private bool Evict(string node) => !_isSegmented && context.Evictions.Add(node, context.Now);

    private void Cancel(string node)
    {
        context.Evictions.Remove(node);
        context.Terminations.Remove(node);
    }

    /// <summary>No ready node at all is taken for the network's fault: nobody is evicted until one is ready again.</summary>
    private void JudgeSegmentation(bool sawReady)
    {
        if (!sawReady)
        {
            context.Evictions.Clear();
            context.Terminations.Clear();
        }

        if (_isSegmented != sawReady) return;
        _isSegmented = !sawReady;
        if (sawReady) _roster.RestartTimers();
        context.Note(sawReady ? LifecycleNoteKind.SegmentationOff : LifecycleNoteKind.SegmentationOn);
    }

    /// <summary>pkg/util/system/system_utils.go of 1.3.10 knows masters by their name alone.</summary>
    private static bool IsMaster(Node node) => node.Name.EndsWith("master", StringComparison.Ordinal);
}
