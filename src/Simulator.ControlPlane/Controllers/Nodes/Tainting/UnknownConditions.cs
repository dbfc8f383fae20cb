using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// The status that the controller writes for a node that shows no sign of life (tryUpdateNodeHealth in pkg/controller/nodelifecycle of
/// 1.20).
/// </summary>
public static class UnknownConditions
{
    /// <summary>NetworkUnavailable is not the kubelet's.</summary>
    private static readonly string[] Types =
        [NodeConditionType.Ready, NodeConditionType.MemoryPressure, NodeConditionType.DiskPressure, NodeConditionType.PidPressure];

    /// <summary>Null if Ready says so already: the others alone are not worth a write.</summary>
    public static Node? Of(Node node, Instant now)
    {
        if (node.Status.Condition(NodeConditionType.Ready) is { Status: ConditionStatus.Unknown }) return null;
        List<NodeCondition> conditions = [.. node.Status.Conditions];
        foreach (var type in Types) Set(conditions, type, node, now.TruncatedToSecond);
        return node with { Status = node.Status with { Conditions = conditions } };
    }

    private static void Set(List<NodeCondition> conditions, string type, Node node, Instant second)
    {
        var index = conditions.FindIndex(condition => condition.Type == type);
        if (index < 0)
        {
            conditions.Add(new NodeCondition(
                type, ConditionStatus.Unknown, "NodeStatusNeverUpdated", node.Metadata.CreationTimestamp, second));
        }
        else if (conditions[index].Status != ConditionStatus.Unknown)
        {
            conditions[index] = conditions[index] with
            {
                Status = ConditionStatus.Unknown,
                Reason = "NodeStatusUnknown",
                LastTransitionTime = second,
            };
        }
    }
}
