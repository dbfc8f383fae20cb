using Simulator.Api;
using Simulator.ControlPlane.Controllers.ScheduledDaemons;

namespace Simulator.World.Invariants;

/// <summary>
/// A daemon set in rest whose pods the scheduler places has one on each node that its template names and whose taints it tolerates, or one
/// that waits for that node; nobody asks whether it fits.
/// </summary>
internal static class ScheduledDaemonIsServed
{
    /// <param name="own">All pods of the set, those without a node as well.</param>
    /// <returns>What is wrong, in words; null if nothing is.</returns>
    public static string? Wrong(DaemonSet set, Node node, HashSet<Pod> own)
    {
        var staying = own.Count(pod => !pod.Metadata.IsBeingDeleted && DaemonPod.TargetOf(pod) == node.Name);
        var leaving = own.Count(pod => pod.Metadata.IsBeingDeleted && DaemonPod.TargetOf(pod) == node.Name);
        return new DaemonFit(DaemonPod.Of(set.Template, "")).On(node) switch
        {
            NodeFit.Neither when staying > 0 => $"has {staying:N0} pods on {node.Name}, which is not for them",
            NodeFit.Runs when staying + leaving == 0 => $"has no pod on {node.Name}",
            NodeFit.Runs when staying > 1 => $"has {staying:N0} pods on {node.Name}",
            _ => null,
        };
    }
}
