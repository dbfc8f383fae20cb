using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Extensions;

/// <summary>Decides in the place of all priorities.</summary>
public interface IChooser
{
    /// <param name="fit">Nodes that pass all predicates and extenders, in descending name order; at least one.</param>
    /// <returns>One of them; null: the pod waits.</returns>
    NodeInfo? Choose(Pod pod, IReadOnlyList<NodeInfo> fit);
}
