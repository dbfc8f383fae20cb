namespace Simulator.ControlPlane.Controllers;

/// <summary>Removes pods that are bound to node objects that do not exist (cleanupOrphanedPods of 1.3.10).</summary>
internal sealed class OrphanCleanup(NodeLifecycleContext context)
{
    public IEnumerator<Wait> Run()
    {
        foreach (var pod in context.Cache.Orphans()) yield return NodeLifecycleContext.ForceDelete(pod);
    }
}
