using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>One for every node (generic_scheduler.go, EqualPriority).</summary>
public sealed class EqualPriority : NodeLocalPriority
{
    public override long? ScoreNode(Pod pod, NodeInfo node) => 1;
}
