using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// Removes terminating pods at once if no kubelet would do it: without a node, on a missing node, or on a kubelet too old
/// (maybeDeleteTerminatingPod of 1.3.10). It runs in the pod watch's own routine, one pod after another.
/// </summary>
internal sealed class TerminatingPodCheck(NodeLifecycleContext context)
{
    private readonly Queue<Pod> _pods = new();
    private bool _isRunning;

    public void Observe(Pod pod)
    {
        if (!pod.Metadata.IsBeingDeleted) return;
        _pods.Enqueue(pod);
        if (_isRunning) return;
        _isRunning = true;
        context.Routines.Start(Run(), () => _isRunning = false);
    }

    private IEnumerator<Wait> Run()
    {
        while (_pods.TryDequeue(out var pod))
        {
            if (IsAbandoned(pod)) yield return NodeLifecycleContext.ForceDelete(pod.Key);
        }
    }

    private bool IsAbandoned(Pod pod) =>
        !pod.IsAssigned
        || context.Cache.Find(pod.NodeName) is not { } node
        || !KubeletVersion.TerminatesGracefully(node.Status.KubeletVersion);
}
