using Simulator.Api;

namespace Simulator.Plugins;

/// <summary>How good are these nodes, compared with each other? It is asked for every decision, with all nodes that fit.</summary>
public interface IClusterPriority
{
    /// <param name="nodes">In descending order of their names.</param>
    /// <param name="scores">To be filled, aligned with the nodes; see <see cref="INodePriority.Score"/>.</param>
    void Score(Pod pod, IReadOnlyList<INodeView> nodes, Span<double> scores);
}
