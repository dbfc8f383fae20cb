using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// Removes evicted pods by force when their grace, counted from the node's entry into the queue, is over and no kubelet has done it
/// (the termination evictor loop and terminatePods of 1.3.10).
/// </summary>
internal sealed class PodTerminator(NodeLifecycleContext context)
{
    private bool _isDone;
    private TimeSpan _remaining;

    public IEnumerator<Wait> Run()
    {
        while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
        context.EvictorLock.Acquire();
        while (context.Terminations.TryNext(context.Now, out var head))
        {
            var handledAt = context.Now;
            var list = new Call(new ListPodsOnNodeRequest(head.Node));
            yield return list;
            if (!list.Response.IsOk)
            {
                context.Terminations.Retry(head, handledAt, TimeSpan.Zero);
                continue;
            }

            foreach (var wait in Terminate(head, list.Response.Items!)) yield return wait;
            Conclude(head, handledAt);
        }

        context.EvictorLock.Release();
    }

    private IEnumerable<Wait> Terminate(TimedNode head, IReadOnlyList<ApiObject> pods)
    {
        (_isDone, _remaining) = (true, TimeSpan.Zero);
        var elapsed = context.Now - head.AddedAt;
        foreach (var item in pods)
        {
            if (((Pod)item).Metadata.DeletionGracePeriodSeconds is not { } seconds) continue;
            var remaining = Shorter(TimeSpan.FromSeconds(seconds), context.Options.MaximumGracePeriod) - elapsed;
            if (remaining > _remaining) _remaining = remaining;
            if (remaining >= TimeSpan.Zero)
            {
                _isDone = false;
                continue;
            }

            context.TellOfNode(
                head.Node, "TerminatingEvictedPod",
                $"Node {head.Node} event: Pod {item.Name} has exceeded the grace period for deletion after being evicted from Node "
                    + $"\"{head.Node}\" and is being force killed");
            var delete = NodeLifecycleContext.ForceDelete(item.Key);
            yield return delete;
            _isDone &= delete.Response.IsOk;
        }
    }

    private void Conclude(TimedNode head, Instant handledAt)
    {
        if (_isDone)
        {
            context.TellOfNode(head.Node, "TerminatedAllPods", $"Node {head.Node} event: Terminated all Pods on Node {head.Node}.");
            context.Note(LifecycleNoteKind.AllPodsTerminated, head.Node);
            context.Terminations.Done(head);
            return;
        }

        var delay = _remaining < context.Options.EvictionPollPeriod ? context.Options.EvictionPollPeriod : _remaining;
        context.Note(LifecycleNoteKind.TerminationRecheck, head.Node, delay);
        context.Terminations.Retry(head, handledAt, delay);
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
