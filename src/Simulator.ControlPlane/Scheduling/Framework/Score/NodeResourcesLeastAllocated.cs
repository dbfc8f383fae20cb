using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Prefers nodes of which little is asked (least_allocated.go of 1.20).</summary>
public sealed class NodeResourcesLeastAllocated(PluginSettings settings) : IScore
{
    public string Name => PluginNames.NodeResourcesLeastAllocated;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        return ResourceUse.WeighedScore(pass, node, settings.LeastAllocated, Free);
    }

    private static long Free(long requested, long capacity) =>
        capacity == 0 || requested > capacity ? 0 : unchecked((capacity - requested) * 100) / capacity;
}
