using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Priorities;

/// <summary>Custom: prefers nodes that have a label, or that lack it (priorities.go, NodeLabelPrioritizer).</summary>
public sealed class NodeLabelPriority(LabelPreference argument) : NodeLocalPriority
{
    public override void Describe(Pod pod, ShapeText shape)
    {
        // It reads nothing of the pod.
    }

    public override long? ScoreNode(Pod pod, NodeInfo node) => node.Labels.ContainsKey(argument.Label) == argument.Presence ? 10 : 0;
}
