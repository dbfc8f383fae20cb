using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Prefers nodes of which as large a part of cpu is asked as of memory (balanced_allocation.go of 1.20).</summary>
public sealed class NodeResourcesBalancedAllocation : IScore
{
    public string Name => PluginNames.NodeResourcesBalancedAllocation;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        var cpu = Fraction(node.NonZeroMilliCpu + pass.Demand.OwnMilliCpu, node.Allocatable.MilliCpu);
        var memory = Fraction(node.NonZeroMemory + pass.Demand.OwnMemory, node.Allocatable.Memory);
        return cpu >= 1 || memory >= 1 ? 0 : (long)((1 - Math.Abs(cpu - memory)) * 100);
    }

    private static double Fraction(long requested, long capacity) => capacity == 0 ? 1 : (double)requested / capacity;
}
