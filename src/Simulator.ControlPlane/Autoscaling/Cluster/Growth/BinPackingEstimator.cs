using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Growth;

/// <summary>
/// Of releases from 0.4 on: pods are put, largest first, on the first new node that takes them (first fit decreasing by the sum of the
/// shares of CPU and memory). Kinder than sums to big pods.
/// </summary>
internal static class BinPackingEstimator
{
    public static int Estimate(IReadOnlyList<Pod> pods, NodeInfo template, PredicateChecker checker)
    {
        var nodes = new List<NodeInfo>();
        var firstOpen = new Dictionary<PodClass, int>();
        foreach (var pod in pods.OrderByDescending(pod => Score(pod, template.Node!)).ThenBy(pod => pod.Key))
        {
            var kind = PodClass.Of(pod);
            var i = firstOpen.GetValueOrDefault(kind);
            while (i < nodes.Count && !checker.Fits(pod, nodes[i])) i++;
            if (i == nodes.Count) nodes.Add(Copy(template));
            nodes[i].Add(new CachedPod(pod, PodFacts.Of(pod.Spec), nodes[i]));
            firstOpen[kind] = i; // what refused the like will refuse it again
        }

        return nodes.Count;
    }

    private static double Score(Pod pod, Node node)
    {
        var (requests, capacity) = (PodRequests.Of(pod), node.Status.Capacity);
        return ((double)requests.CpuNanos / Math.Max(1, capacity.MilliValue(ResourceNames.Cpu)) / 1e6)
            + ((double)requests.MemoryNanos / Math.Max(1, capacity.Value(ResourceNames.Memory)) / 1e9);
    }

    private static NodeInfo Copy(NodeInfo template)
    {
        var copy = new NodeInfo(template.Name);
        copy.SetNode(template.Node, 0);
        foreach (var pod in template.Pods) copy.Add(new CachedPod(pod.Pod, pod.Facts, copy));
        return copy;
    }
}
