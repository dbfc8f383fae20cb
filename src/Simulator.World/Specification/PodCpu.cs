using Simulator.Api;

namespace Simulator.World.Specification;

/// <summary>CPU of a pod's containers together, in thousandths of a core.</summary>
public static class PodCpu
{
    /// <summary>Infinite if a container has no limit.</summary>
    public static double LimitOf(PodSpec pod) => pod.Containers.All(container => container.Limits.MilliValue(ResourceNames.Cpu) > 0)
        ? CappedSum.Of(pod.Containers, container => container.Limits.MilliValue(ResourceNames.Cpu))
        : double.PositiveInfinity;

    public static long RequestOf(PodSpec pod) =>
        CappedSum.Of(pod.Containers, container => container.Requests.MilliValue(ResourceNames.Cpu));
}
