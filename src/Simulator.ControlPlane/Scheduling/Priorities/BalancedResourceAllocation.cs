using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>
/// Prefers nodes on which CPU and memory are used to the same degree (priorities.go, calculateBalancedResourceAllocation).
/// </summary>
public sealed class BalancedResourceAllocation : NodeLocalPriority
{
    public override void Describe(Pod pod, ShapeText shape)
    {
        var facts = PodFacts.Of(pod.Spec);
        shape.Add(facts.NonZeroMilliCpu).Add(facts.NonZeroMemory);
    }

    public override long? ScoreNode(Pod pod, NodeInfo node)
    {
        var facts = PodFacts.Of(pod.Spec);
        var cpu = Share(facts.NonZeroMilliCpu + node.NonZeroMilliCpu, node.AllocatableMilliCpu);
        var memory = Share(facts.NonZeroMemory + node.NonZeroMemory, node.AllocatableMemory);
        return cpu >= 1 || memory >= 1 ? 0 : (long)(10 - (Math.Abs(cpu - memory) * 10));
    }

    private static double Share(long requested, long capacity) => capacity == 0 ? 1 : (double)requested / capacity;
}
