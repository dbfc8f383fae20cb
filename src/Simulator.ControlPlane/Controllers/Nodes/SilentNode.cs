using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>
/// The status that the controller writes for a node whose kubelet is silent (second half of tryUpdateNodeStatus of 1.3.10).
/// </summary>
public static class SilentNode
{
    /// <summary>Ready and OutOfDisk turn Unknown. Null if Ready says so already: OutOfDisk alone is not worth a write.</summary>
    public static Node? Unknown(Node node, Instant? heartbeat, Instant now)
    {
        var ready = node.Status.Condition(NodeConditionType.Ready);
        if (ready?.Status == ConditionStatus.Unknown) return null;
        List<NodeCondition> conditions = [.. node.Status.Conditions];
        Set(conditions, NodeConditionType.Ready, node, heartbeat, now);
        Set(conditions, NodeConditionType.OutOfDisk, node, heartbeat, now);
        return node with { Status = node.Status with { Conditions = conditions } };
    }

    private static void Set(List<NodeCondition> conditions, string type, Node node, Instant? heartbeat, Instant now)
    {
        var index = conditions.FindIndex(condition => condition.Type == type);
        var at = now.TruncatedToSecond;
        if (index < 0)
        {
            conditions.Add(new NodeCondition(type, ConditionStatus.Unknown, "NodeStatusNeverUpdated", node.Metadata.CreationTimestamp, at));
        }
        else if (conditions[index].Status != ConditionStatus.Unknown)
        {
            conditions[index] = new NodeCondition(type, ConditionStatus.Unknown, "NodeStatusUnknown", heartbeat, at);
        }
    }
}
