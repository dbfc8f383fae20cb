using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>What an extender answers, once it does.</summary>
public interface INodeExtender
{
    /// <summary>Those of the nodes that it lets the pod go to, in their order.</summary>
    List<NodeState> Filter(Pod pod, IReadOnlyList<NodeState> nodes);

    /// <summary>Scores aligned with the nodes, without its weight.</summary>
    long[] Prioritize(Pod pod, IReadOnlyList<NodeState> nodes);

    /// <summary>Who goes on each node, at least one; null where nobody may.</summary>
    /// <param name="victims">Aligned with the nodes.</param>
    IReadOnlyList<NodePod>?[] Preempt(Pod pod, IReadOnlyList<NodeState> nodes, IReadOnlyList<IReadOnlyList<NodePod>> victims);
}
