using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Prefers nodes of which much is asked (most_allocated.go of 1.20).</summary>
public sealed class NodeResourcesMostAllocated(PluginSettings settings) : IScore
{
    public string Name => PluginNames.NodeResourcesMostAllocated;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        return ResourceUse.WeighedScore(pass, node, settings.MostAllocated, Used);
    }

    private static long Used(long requested, long capacity) =>
        capacity == 0 || requested > capacity ? 0 : unchecked(requested * 100) / capacity;
}
