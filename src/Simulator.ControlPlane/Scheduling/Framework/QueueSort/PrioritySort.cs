using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.QueueSort;

/// <summary>High priority first; among equals who has waited longest.</summary>
public sealed class PrioritySort : IQueueSort
{
    public string Name => PluginNames.PrioritySort;

    public int Compare(Pod left, Instant leftSince, Pod right, Instant rightSince)
    {
        var order = NodePod.PriorityOf(right).CompareTo(NodePod.PriorityOf(left));
        return order != 0 ? order : leftSince.CompareTo(rightSince);
    }
}
