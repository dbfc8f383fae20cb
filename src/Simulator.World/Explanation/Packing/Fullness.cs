using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.World.Explanation.Packing;

/// <summary>
/// How full the nodes are that can be chosen, by what pods request: shares from 0 to 1; 0 where there is nothing to share.
/// </summary>
/// <param name="Pods">Of the pods that nodes take.</param>
public readonly record struct Fullness(double Cpu, double Memory, double Pods)
{
    internal static Fullness Of(SchedulerCache cache)
    {
        var nodes = cache.Nodes.Where(node => node.IsCandidate).ToList();
        return new Fullness(
            Share(nodes.Sum(node => (double)node.RequestedMilliCpu), nodes.Sum(node => (double)node.AllocatableMilliCpu)),
            Share(nodes.Sum(node => (double)node.RequestedMemory), nodes.Sum(node => (double)node.AllocatableMemory)),
            Share(nodes.Sum(node => (double)node.PodCount), nodes.Sum(node => (double)node.AllocatablePods)));
    }

    private static double Share(double used, double all) => all <= 0 ? 0 : used / all;
}
