using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>A pod that names a node goes there only (predicates.go, PodFitsHost).</summary>
public sealed class PodFitsHost : INodeLocalPredicate
{
    public bool CanReject(Pod pod) => pod.IsAssigned;

    public void Describe(Pod pod, ShapeText shape) => shape.Add(pod.NodeName);

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state) =>
        Verdict.FitsIf(!pod.IsAssigned || pod.NodeName == node.Name, "HostName");
}
