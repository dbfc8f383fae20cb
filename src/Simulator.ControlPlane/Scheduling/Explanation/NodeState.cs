using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Explanation;

/// <summary>Why the node filter leaves a node out, in words.</summary>
public static class NodeState
{
    public static string WhyNoCandidate(NodeInfo node)
    {
        if (node.Node is not { } stored) return "has no node object";
        if (stored.Spec.Unschedulable) return "cordoned";
        var condition = stored.Status.Conditions.FirstOrDefault(condition => !NodeFilter.Permits(condition));
        return condition is null ? "is a candidate" : $"{condition.Type} is {condition.Status}";
    }
}
