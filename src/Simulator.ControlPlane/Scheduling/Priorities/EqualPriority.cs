using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>One for every node (generic_scheduler.go, EqualPriority).</summary>
public sealed class EqualPriority : NodeLocalPriority
{
    public override void Describe(Pod pod, ShapeText shape)
    {
        // It reads nothing of the pod.
    }

    public override long? ScoreNode(Pod pod, NodeInfo node) => 1;
}
