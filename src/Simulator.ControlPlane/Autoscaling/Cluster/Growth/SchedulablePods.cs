using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Growth;

/// <summary>FilterOutSchedulable of utils.go (--verify-unschedulable-pods).</summary>
public static class SchedulablePods
{
    /// <summary>
    /// The pods that fit on none of the nodes that run anything, each judged alone; in the order in which they come.
    /// </summary>
    public static List<Pod> FilterOut(IEnumerable<Pod> pods, IReadOnlyList<PicturedNode> nodes, PredicateChecker checker)
    {
        var fits = new Dictionary<PodClass, bool>();
        var remaining = new List<Pod>();
        foreach (var pod in pods)
        {
            var kind = PodClass.Of(pod);
            if (!fits.TryGetValue(kind, out var fitsSomewhere)) fits.Add(kind, fitsSomewhere = FitsAny(pod, nodes, checker));
            if (!fitsSomewhere) remaining.Add(pod);
        }

        return remaining;
    }

    private static bool FitsAny(Pod pod, IReadOnlyList<PicturedNode> nodes, PredicateChecker checker)
    {
        foreach (var node in nodes)
        {
            if (node.HasPods && checker.Fits(pod, node.Info)) return true;
        }

        return false;
    }
}
