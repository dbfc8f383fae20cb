using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>Takes the NoExecute taints off a node, and the node out of its zone's queue (markNodeAsReachable).</summary>
internal static class Reachability
{
    private static readonly Taint[][] Taints = [[TaintKeys.EvictsUnreachable], [TaintKeys.EvictsNotReady]];

    public static IEnumerable<Wait> Restore(TaintingContext context, Node node)
    {
        while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
        if (HasAny(node))
        {
            context.EvictorLock.Acquire();
            foreach (var taints in Taints)
            {
                var swap = TaintSwap.Of(node, [], taints);
                foreach (var wait in swap.Run()) yield return wait;
                if (swap.IsOk) continue;
                context.EvictorLock.Release();
                yield break;
            }

            context.EvictorLock.Release();
        }

        context.Zones.QueueOf(node).Remove(node.Name);
    }

    private static bool HasAny(Node node)
    {
        var taints = TaintKeys.On(node);
        return taints.Count > 0
            && (TaintKeys.Has(taints, TaintKeys.EvictsUnreachable) || TaintKeys.Has(taints, TaintKeys.EvictsNotReady));
    }
}
