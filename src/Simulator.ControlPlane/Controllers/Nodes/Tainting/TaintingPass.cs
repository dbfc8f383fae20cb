using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>Puts NoExecute taints on the nodes that wait for them, as the rates of the zones allow (doNoExecuteTaintingPass).</summary>
internal sealed class TaintingPass(TaintingContext context)
{
    /// <summary>Zones whose queues have come to a stand.</summary>
    private readonly HashSet<string> _blocked = new(StringComparer.Ordinal);

    /// <summary>When a pass would do anything.</summary>
    public Instant? WorkAt(Instant now) => context.Zones.NextTryAt(now);

    public IEnumerator<Wait> Run()
    {
        while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
        context.EvictorLock.Acquire();
        List<string> zones = [.. context.Zones.Queues.Keys];
        context.Hosting.Order.Shuffle(zones);
        foreach (var zone in zones)
        {
            var queue = context.Zones.Queues[zone];
            while (queue.TryNext(context.Now, out var name))
            {
                var handledAt = context.Now;
                if (SwapFor(name) is not { } swap)
                {
                    Settle(zone, queue, name);
                    continue;
                }

                foreach (var wait in swap.Run()) yield return wait;
                if (swap.IsOk) Settle(zone, queue, name);
                else queue.Retry(name, handledAt);
                if (swap.IsOk) context.Notes.Add(new LifecycleNote(LifecycleNoteKind.NodeTainted, name, context.Now));
            }
        }

        context.EvictorLock.Release();
    }

    /// <summary>An entry that cannot be removed stays at the head, and takes every token from then on.</summary>
    private void Settle(string zone, TaintQueue queue, string node)
    {
        var isBlocked = !queue.Done(node);
        if (isBlocked ? !_blocked.Add(zone) : !_blocked.Remove(zone)) return;
        context.Notes.Add(new LifecycleNote(LifecycleNoteKind.TaintQueueChanged, ZoneTable.NameOf(zone), context.Now)
        {
            Blocker = isBlocked ? node : "",
        });
    }

    /// <summary>Null: the node is gone, or Ready again; its token is spent all the same.</summary>
    private TaintSwap? SwapFor(string name)
    {
        if (context.Nodes.Find(name) is not { } node) return null;
        return node.Status.Condition(NodeConditionType.Ready)?.Status switch
        {
            ConditionStatus.False => TaintSwap.Of(node, [TaintKeys.EvictsNotReady], [TaintKeys.EvictsUnreachable]),
            ConditionStatus.Unknown => TaintSwap.Of(node, [TaintKeys.EvictsUnreachable], [TaintKeys.EvictsNotReady]),
            _ => null,
        };
    }
}
