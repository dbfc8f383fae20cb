using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>Removes pods that are bound to node objects that do not exist (cleanupOrphanedPods of 1.3.10).</summary>
internal sealed class OrphanCleanup(NodeLifecycleContext context)
{
    public IEnumerator<Wait> Run()
    {
        var orphans = context.Cache.Orphans();
        context.Order.Shuffle(orphans);
        foreach (var pod in orphans) yield return NodeLifecycleContext.ForceDelete(pod);
    }
}
