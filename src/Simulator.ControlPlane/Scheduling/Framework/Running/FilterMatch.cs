using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Running;

/// <summary>By filters.</summary>
public sealed class FilterMatch : INodeMatch
{
    public bool Selects(Pod pod, NodeInfo node) => new NodeDemand(pod.Spec).IsMetBy(node.Node!);

    public bool Tolerates(Pod pod, NodeInfo node)
    {
        foreach (var taint in node.Taints.Value ?? [])
        {
            if (Tolerance.KeepsAway(taint) && !Tolerance.Covers(pod.Spec.Tolerations.Value ?? [], taint)) return false;
        }

        return true;
    }
}
