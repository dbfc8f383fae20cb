using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>How good is each node that fits? Usually 0 to 10. One rule a class; <see cref="PriorityTable"/> lists them all.</summary>
public interface IPriority
{
    PriorityScores Score(Pod pod, IReadOnlyList<NodeInfo> fitNodes, ClusterState state);
}
