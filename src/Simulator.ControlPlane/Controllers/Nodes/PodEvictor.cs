using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>Deletes the pods of queued nodes, a node a token (the pod evictor loop and deletePods of 1.3.10).</summary>
internal sealed class PodEvictor(NodeLifecycleContext context)
{
    private bool _isDone;
    private bool _hasDeleted;

    public IEnumerator<Wait> Run()
    {
        while (context.EvictorLock.IsHeld) yield return context.EvictorLock;
        context.EvictorLock.Acquire();
        while (context.Evictions.TryNext(context.Now, out var head))
        {
            var handledAt = context.Now;
            foreach (var wait in Evict(head.Node)) yield return wait;
            if (_isDone && _hasDeleted) context.Terminations.Add(head.Node, context.Now);
            if (_isDone) context.Evictions.Done(head);
            else context.Evictions.Retry(head, handledAt, TimeSpan.Zero);
        }

        context.EvictorLock.Release();
    }

    private IEnumerable<Wait> Evict(string node)
    {
        (_isDone, _hasDeleted) = (false, false);
        context.Note(LifecycleNoteKind.NodeEvicted, node);
        var list = new Call(new ListPodsOnNodeRequest(node));
        yield return list;
        if (!list.Response.IsOk) yield break;
        var pods = list.Response.Items!;
        if (pods.Count > 0) context.TellOfNode(node, "DeletingAllPods", $"Node {node} event: Deleting all Pods from Node {node}.");
        foreach (var item in pods)
        {
            var pod = (Pod)item;
            if (pod.Metadata.DeletionGracePeriodSeconds is not null || context.DaemonPods.Contains(pod)) continue;
            context.TellOfPod(pod.Key, "NodeControllerEviction", $"Marking for deletion Pod {pod.Name} from Node {node}");
            var delete = new Call(new DeleteRequest("Pod", pod.Key));
            yield return delete;
            if (!delete.Response.IsOk) yield break;
            _hasDeleted = true;
        }

        _isDone = true;
    }
}
