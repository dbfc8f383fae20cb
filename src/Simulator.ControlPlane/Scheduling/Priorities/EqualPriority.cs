using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>One for every node (generic_scheduler.go, EqualPriority).</summary>
public sealed class EqualPriority : NodeLocalPriority
{
    public override long? ScoreNode(Pod pod, NodeInfo node) => 1;
}
