using Simulator.Api;

namespace Simulator.World.Nodes;

/// <summary>What a kubelet says of its node, as conditions of the node's object (setNodeStatus in pkg/kubelet/kubelet_node_status of 1.3.10).</summary>
internal static class NodeConditions
{
    public static bool IsSaid(Node stored, SimulatedNode node, Instant now)
    {
        foreach (var condition in stored.Status.Conditions)
        {
            if (condition.Status != Wanted(condition, node, now).Status) return false;
        }

        return stored.Status.Images.Count == node.Kubelet.Images.Pulled.Count
            && stored.Status.VolumesInUse.SequenceEqual(node.Kubelet.Mounts.InUse);
    }

    public static NodeStatus Of(Node stored, SimulatedNode node, Instant now)
    {
        return stored.Status with { Conditions = [.. stored.Status.Conditions.Select(condition => Said(condition, node, now))], Images = Images(stored, node), VolumesInUse = node.Kubelet.Mounts.InUse };
    }

    /// <summary>When a node whose disk has room again may say so; null if it says nothing else (--out-of-disk-transition-frequency, setNodeOODCondition in pkg/kubelet/kubelet.go).</summary>
    public static Instant? RoomIsSaidFrom(Node stored, SimulatedNode node)
    {
        foreach (var condition in stored.Status.Conditions)
        {
            if (condition is { Type: NodeConditionType.OutOfDisk, Status: ConditionStatus.True } && !node.IsDiskFull) return RoomIsSaidFrom(condition, node);
        }

        return null;
    }

    private static Instant? RoomIsSaidFrom(NodeCondition full, SimulatedNode node) => full.LastTransitionTime + node.Kubelet.Context.Options.OutOfDiskTransitionFrequency;

    private static bool SaysFull(NodeCondition condition, SimulatedNode node, Instant now) =>
        node.IsDiskFull || (condition.Status == ConditionStatus.True && now < RoomIsSaidFrom(condition, node));

    private static bool HasPressure(SimulatedNode node) => node.Kubelet.HasMemoryPressure;

    private static (ConditionStatus Status, string Reason) Wanted(NodeCondition condition, SimulatedNode node, Instant now) => condition.Type switch
    {
        NodeConditionType.Ready => node.Kubelet.Runtime.IsGivenUp ? (ConditionStatus.False, "KubeletNotReady") : (ConditionStatus.True, "KubeletReady"),
        NodeConditionType.OutOfDisk => SaysFull(condition, node, now) ? (ConditionStatus.True, "KubeletOutOfDisk") : (ConditionStatus.False, "KubeletHasSufficientDisk"),
        NodeConditionType.MemoryPressure => HasPressure(node) ? (ConditionStatus.True, "KubeletHasInsufficientMemory") : (ConditionStatus.False, "KubeletHasSufficientMemory"),
        _ => (condition.Status, condition.Reason),
    };

    private static NodeCondition Said(NodeCondition condition, SimulatedNode node, Instant now)
    {
        var (status, reason) = Wanted(condition, node, now);
        var since = condition.Status == status ? condition.LastTransitionTime : now.TruncatedToSecond;
        return condition with { Status = status, Reason = reason, LastHeartbeatTime = now.TruncatedToSecond, LastTransitionTime = since };
    }

    private static IReadOnlyList<ContainerImage> Images(Node stored, SimulatedNode node)
    {
        var (pulled, size) = (node.Kubelet.Images.Pulled, node.Kubelet.Context.Options.ImageBytes);
        return stored.Status.Images.Count == pulled.Count ? stored.Status.Images : [.. pulled.Select(image => new ContainerImage([image], size))];
    }
}
