using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Cache;

/// <summary>Which nodes the scheduler looks at (factory.go, getNodeConditionPredicate).</summary>
public static class NodeFilter
{
    /// <summary>
    /// False if cordoned, not Ready, or a condition says out of disk or without network. A condition that is absent does no harm.
    /// </summary>
    public static bool IsCandidate(Node node)
    {
        if (node.Spec.Unschedulable) return false;
        foreach (var condition in node.Status.Conditions)
        {
            if (!Permits(condition)) return false;
        }

        return true;
    }

    /// <summary>What a single condition says of its node.</summary>
    public static bool Permits(NodeCondition condition) => condition.Type switch
    {
        NodeConditionType.Ready => condition.Status == ConditionStatus.True,
        NodeConditionType.OutOfDisk => condition.Status == ConditionStatus.False,
        NodeConditionType.NetworkUnavailable => condition.Status == ConditionStatus.False,
        _ => true,
    };
}
