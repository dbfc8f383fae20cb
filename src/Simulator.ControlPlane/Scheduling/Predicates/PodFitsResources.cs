using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>Requests of the pod and of all pods on the node stay within the node's allocatable (predicates.go, PodFitsResources).</summary>
public sealed class PodFitsResources : INodeLocalPredicate
{
    public bool CanReject(Pod pod) => true;

    public void Describe(Pod pod, ShapeText shape)
    {
        var facts = PodFacts.Of(pod.Spec);
        shape.Add(facts.NewMilliCpu).Add(facts.NewMemory).Add(facts.Gpu);
    }

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        if (node.PodCount + 1 > node.AllocatablePods) return Verdict.Rejects("Insufficient PodCount");
        var facts = PodFacts.Of(pod.Spec);
        if (facts is { NewMilliCpu: 0, NewMemory: 0, Gpu: 0 }) return Verdict.Fits;

        // All three are compared even if the pod asks for one: an overcommitted node rejects every request.
        if (node.AllocatableMilliCpu < facts.NewMilliCpu + node.RequestedMilliCpu) return Verdict.Rejects("Insufficient CPU");
        if (node.AllocatableMemory < facts.NewMemory + node.RequestedMemory) return Verdict.Rejects("Insufficient Memory");
        return Verdict.FitsIf(node.AllocatableGpu >= facts.Gpu + node.RequestedGpu, "Insufficient NvidiaGpu");
    }
}
