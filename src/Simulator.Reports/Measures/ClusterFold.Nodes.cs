using Simulator.World.Observations;

namespace Simulator.Reports.Measures;

internal sealed partial class ClusterFold
{
    private void ObserveNode(in Observation fact)
    {
        if (fact.Kind == ObservationKind.NodeAdded) OnNodeAdded(fact);
        else if (_nodes.TryGetValue(fact.Subject, out var node)) ObserveNode(fact, node);
    }

    private void ObserveNode(in Observation fact, NodeLife node)
    {
        switch (fact.Kind)
        {
            case ObservationKind.NodeWentDown: OnDown(fact, node); break;
            case ObservationKind.NodeCameBack: OnBack(fact, node); break;
            case ObservationKind.NodeReadyChanged: OnReadyChanged(fact, node); break;
            case ObservationKind.NodeTainted: node.TaintedAt = fact.At; break;
            case ObservationKind.NodeEvicted: OnEvicted(fact, node); break;
            case ObservationKind.NodeRemoved: OnNodeRemoved(fact, node); break;
            case ObservationKind.MachineDeleted when fact.Other != "gone": OnMachineDeleted(fact, node); break;
            case ObservationKind.NodeConditionChanged when fact.Other == "OutOfDisk=True": node.OutOfDiskAt = fact.At; break;
            case ObservationKind.NodeUnschedulableChanged: node.DrainedBy = fact.Other == "True" ? outages.Maintenance(name) : null; break;
        }
    }

    private void OnNodeAdded(in Observation fact)
    {
        var node = new NodeLife
        {
            Name = fact.Subject,
            Cluster = name,
            Zone = ZoneOf(fact.Other),
            AddedAt = fact.At,
            MilliCpu = fact.Value,
            Memory = fact.Extra,
        };
        _nodes[node.Name] = node;
        bill.OnNode(node, fact.At);
        node.Zone.Add(node, 1);
        totals.Nodes++;
    }

    private ZoneLife ZoneOf(string zone)
    {
        if (zones.TryGetValue(zone, out var known)) return known;
        var added = new ZoneLife(zone);
        zones.Add(zone, added);
        return added;
    }

    private void OnDown(in Observation fact, NodeLife node)
    {
        node.IsDown = true;
        Daemons.NodeChanged(node, fact.At);
        if (node.DownAt is not null) return;
        (node.DownAt, node.MarkedAt, node.ReadyAgainAt) = (fact.At, null, null);
        node.Outage = outages.OnNodeDown(node, fact.Value);
    }

    private void OnBack(in Observation fact, NodeLife node)
    {
        (node.IsDown, node.BackAt) = (false, fact.At);
        Daemons.NodeChanged(node, fact.At);
        if (node.MarkedAt is null) outages.OnNodeNoticed(node);
    }

    private void OnReadyChanged(in Observation fact, NodeLife node)
    {
        var ready = fact.Other == "True";
        if (ready != node.ApiReady) CountReady(node, ready ? 1 : -1);
        if (ready && !node.WasEverReady) bill.OnReady(node, fact.At);
        if (!ready && node.ApiReady) node.UnreadySince = fact.At;
        node.ApiReady = ready;
        if (!ready && node.WasEverReady && node.MarkedAt is null && !node.IsDeleted) OnMarked(fact, node);
        if (ready && node.MarkedAt is not null) node.ReadyAgainAt ??= fact.At;
        node.WasEverReady |= ready;
    }

    private void OnMarked(in Observation fact, NodeLife node)
    {
        node.MarkedAt = fact.At;
        totals.NodesMarked++;
        if (node.IsDown) outages.OnNodeNoticed(node);
    }

    private void OnNodeRemoved(in Observation fact, NodeLife node)
    {
        if (node.RemovedAt is not null) return;
        node.RemovedAt = fact.At;
        Daemons.NodeChanged(node, fact.At);
        node.Zone.Add(node, -1);
        totals.Nodes--;
        if (node.ApiReady) CountReady(node, -1);
        if (node is { IsDown: true, MarkedAt: null }) outages.OnNodeNoticed(node);
        node.ApiReady = false;
    }

    private void CountReady(NodeLife node, int difference)
    {
        totals.NodesReady += difference;
        if (node.Pool is { } pool) pool.Ready += difference;
    }

    /// <summary>It goes without a trouble (one that a trouble takes is "gone", and down): nobody expects it back.</summary>
    private void OnMachineDeleted(in Observation fact, NodeLife node)
    {
        node.IsDeleted = true;
        Daemons.NodeChanged(node, fact.At);
    }

    private void OnEvicted(in Observation fact, NodeLife node)
    {
        node.EvictionAt = fact.At;
        totals.EvictionTurns++;
    }

    /// <summary>Only an eviction that moves a pod counts: the node controller goes on emptying empty nodes.</summary>
    private void NoteEviction(NodeLife node, TimeSpan evictionAt)
    {
        if (node.FirstEvictedAt is null) totals.NodesEvicted++;
        node.FirstEvictedAt ??= evictionAt;
        node.LastEvictedAt = evictionAt;
        node.PodsEvicted++;
        totals.PodsEvicted++;
        totals.EvictionTurnsOfUse = totals.EvictionTurns;
    }

    private static void NotePodRemoved(NodeLife node, PodLife pod)
    {
        node.Pods--;
        node.Zone.Add(pod, -1);
        if (node.EvictionAt is null || node.ApiReady) return;
        node.FirstPodRemovedAt ??= pod.RemovedAt;
        node.LastPodRemovedAt = pod.RemovedAt;
    }
}
