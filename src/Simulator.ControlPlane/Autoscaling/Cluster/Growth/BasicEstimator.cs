using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Growth;

/// <summary>
/// How many nodes pods need at least: by sums against the capacity (not what is allocatable), and one node for each pod of a host port
/// (estimator/estimator.go). No packing, so that big pods are given too few.
/// </summary>
public static class BasicEstimator
{
    public static int Estimate(IReadOnlyCollection<Pod> pods, Node node)
    {
        Int128 cpu = 0, memory = 0;
        var ports = new Dictionary<int, int>();
        foreach (var pod in pods)
        {
            var requests = PodRequests.Of(pod);
            cpu += requests.CpuNanos;
            memory += requests.MemoryNanos;
            foreach (var port in requests.HostPorts) ports[port] = ports.GetValueOrDefault(port) + 1;
        }

        var capacity = node.Status.Capacity;
        var estimate = ports.Count > 0 ? ports.Values.Max() : 0;
        estimate = Math.Max(estimate, Nodes(new Quantity(cpu).MilliValue, capacity.MilliValue(ResourceNames.Cpu)));
        estimate = Math.Max(estimate, Nodes(new Quantity(memory).Value, capacity.Value(ResourceNames.Memory)));
        return Math.Max(estimate, Nodes(pods.Count, capacity.Value(ResourceNames.Pods)));
    }

    /// <summary>A capacity that is absent or zero says nothing.</summary>
    private static int Nodes(long wanted, long capacity) => capacity == 0 ? 0 : (int)Math.Ceiling((double)wanted / capacity);
}
