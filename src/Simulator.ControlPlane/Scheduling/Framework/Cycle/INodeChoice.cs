using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>Decides in the place of all scores.</summary>
public interface INodeChoice
{
    /// <param name="fit">Nodes that the pass has found to fit, in descending name order; at least one.</param>
    /// <returns>One of them; null: the pass fails, and the pod is tried again.</returns>
    NodeState? Choose(Pod pod, IReadOnlyList<NodeState> fit);
}
