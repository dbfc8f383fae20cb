using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>Custom: all of the labels must be there, or none of them may be (predicates.go, NodeLabelChecker).</summary>
public sealed class CheckNodeLabelPresence(LabelsPresence argument) : INodeLocalPredicate
{
    public bool CanReject(Pod pod) => true;

    public void Describe(Pod pod, ShapeText shape)
    {
        // It reads nothing of the pod.
    }

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state) => Verdict.FitsIf(
        argument.Labels.All(label => node.Labels.ContainsKey(label) == argument.Presence), "CheckNodeLabelPresence");
}
