using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Predicates;

/// <summary>
/// No host port of the pod is taken on the node: by number alone, protocol and address are ignored (predicates.go, PodFitsHostPorts).
/// </summary>
public sealed class PodFitsHostPorts : IPredicate
{
    public bool CanReject(Pod pod) => PodFacts.Of(pod.Spec).HostPorts.Length > 0;

    public Verdict Check(Pod pod, NodeInfo node, ClusterState state)
    {
        var wanted = PodFacts.Of(pod.Spec).HostPorts;
        if (wanted.Length == 0) return Verdict.Fits;
        foreach (var existing in node.Pods)
        {
            if (existing.Facts.HostPorts.AsSpan().ContainsAny(wanted)) return Verdict.Rejects("PodFitsHostPorts");
        }

        return Verdict.Fits;
    }
}
