using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>A priority whose score of a node depends on nothing but the pod and that node.</summary>
public abstract class NodeLocalPriority : IPriority
{
    /// <summary>Null leaves the node out.</summary>
    public abstract long? ScoreNode(Pod pod, NodeInfo node);

    /// <summary>Writes down all of the pod that <see cref="ScoreNode"/> reads.</summary>
    public abstract void Describe(Pod pod, ShapeText shape);

    public PriorityScores Score(Pod pod, IReadOnlyList<NodeInfo> fitNodes, ClusterState state)
    {
        var values = new long?[fitNodes.Count];
        for (var i = 0; i < values.Length; i++) values[i] = ScoreNode(pod, fitNodes[i]);
        return PriorityScores.Of(values);
    }
}
