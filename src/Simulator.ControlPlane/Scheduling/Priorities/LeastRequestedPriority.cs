using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>
/// Prefers nodes with much left: the mean of the free tenths of CPU and memory (priorities.go, calculateResourceOccupancy).
/// </summary>
public sealed class LeastRequestedPriority : NodeLocalPriority
{
    public override void Describe(Pod pod, ShapeText shape)
    {
        var facts = PodFacts.Of(pod.Spec);
        shape.Add(facts.NonZeroMilliCpu).Add(facts.NonZeroMemory);
    }

    public override long? ScoreNode(Pod pod, NodeInfo node)
    {
        var facts = PodFacts.Of(pod.Spec);
        var cpu = FreeTenths(facts.NonZeroMilliCpu + node.NonZeroMilliCpu, node.AllocatableMilliCpu);
        var memory = FreeTenths(facts.NonZeroMemory + node.NonZeroMemory, node.AllocatableMemory);
        return (cpu + memory) / 2;
    }

    private static long FreeTenths(long requested, long capacity) =>
        capacity == 0 || requested > capacity ? 0 : unchecked((capacity - requested) * 10) / capacity;
}
