using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>A priority that counts something on each node and then scales the counts by the largest among the nodes that fit.</summary>
public abstract class CountedPriority : IPriority
{
    /// <summary>The count of one node; false if an annotation cannot be read, which fails the whole priority.</summary>
    public abstract bool TryCount(Pod pod, NodeInfo node, out int count);

    /// <summary>Writes down all of the pod that <see cref="TryCount"/> reads.</summary>
    public abstract void Describe(Pod pod, ShapeText shape);

    /// <summary>The score of a count, given the largest one (at least 0).</summary>
    public abstract long Scale(int count, int max);

    public PriorityScores Score(Pod pod, IReadOnlyList<NodeInfo> fitNodes, ClusterState state)
    {
        var counts = new int[fitNodes.Count];
        var max = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (!TryCount(pod, fitNodes[i], out counts[i])) return PriorityScores.Failed("unreadable annotation");
            max = Math.Max(max, counts[i]);
        }

        return PriorityScores.Of(Array.ConvertAll(counts, count => (long?)Scale(count, max)));
    }
}
