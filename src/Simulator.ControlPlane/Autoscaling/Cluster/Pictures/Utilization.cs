using Simulator.Api;

namespace Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

/// <summary>CalculateUtilization of simulator/cluster.go.</summary>
public static class Utilization
{
    /// <summary>Daemons and mirror pods count. A capacity that is absent or zero is an error, which counts as 0.</summary>
    public static double Of(PicturedNode node)
    {
        if (node.Node is not { Status.Capacity: var capacity }) return 0;
        var (cpu, memory) = (capacity.MilliValue(ResourceNames.Cpu), capacity.MilliValue(ResourceNames.Memory));
        if (cpu == 0 || memory == 0) return 0;
        Int128 cpuNanos = 0, memoryNanos = 0;
        foreach (var pod in node.Info.Pods)
        {
            var requests = PodRequests.Of(pod.Pod);
            cpuNanos += requests.CpuNanos;
            memoryNanos += requests.MemoryNanos;
        }

        return Math.Max(Share(cpuNanos, cpu), Share(memoryNanos, memory));
    }

    private static double Share(Int128 nanos, long milliCapacity) => (double)new Quantity(nanos).MilliValue / milliCapacity;
}
