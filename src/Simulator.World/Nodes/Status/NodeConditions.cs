using Simulator.Api;

namespace Simulator.World.Nodes.Status;

/// <summary>
/// What a kubelet says of its node, as conditions of the node's object (setNodeStatus in pkg/kubelet/kubelet_node_status of 1.3.10).
/// </summary>
internal static class NodeConditions
{
    public static bool IsSaid(Node stored, in NodeFacts facts, Instant now)
    {
        foreach (var condition in stored.Status.Conditions)
        {
            if (condition.Status != Wanted(condition, facts, now).Status) return false;
        }

        return stored.Status.Images.Count == facts.ImagesPulled.Count
            && stored.Status.VolumesInUse.SequenceEqual(facts.VolumesInUse);
    }

    public static NodeStatus Of(Node stored, NodeFacts facts, Instant now) => stored.Status with
    {
        Conditions = [.. stored.Status.Conditions.Select(condition => Said(condition, facts, now))],
        Images = Images(stored, facts),
        VolumesInUse = facts.VolumesInUse,
    };

    /// <summary>
    /// When a node whose disk has room again may say so; null if it says nothing else (--out-of-disk-transition-frequency,
    /// setNodeOODCondition in pkg/kubelet/kubelet.go).
    /// </summary>
    public static Instant? RoomIsSaidFrom(Node stored, in NodeFacts facts)
    {
        foreach (var condition in stored.Status.Conditions)
        {
            if (condition is { Type: NodeConditionType.OutOfDisk or NodeConditionType.DiskPressure, Status: ConditionStatus.True }
                && !facts.IsDiskFull)
            {
                return RoomIsSaidFrom(condition, facts);
            }
        }

        return null;
    }

    private static Instant? RoomIsSaidFrom(NodeCondition full, in NodeFacts facts) =>
        full.LastTransitionTime + (full.Type == NodeConditionType.OutOfDisk
            ? facts.Options.OutOfDiskTransitionFrequency
            : facts.Options.EvictionPressureTransitionPeriod);

    private static bool SaysFull(NodeCondition condition, in NodeFacts facts, Instant now) =>
        facts.IsDiskFull || (condition.Status == ConditionStatus.True && now < RoomIsSaidFrom(condition, facts));

    private static (ConditionStatus Status, string Reason) Wanted(NodeCondition condition, in NodeFacts facts, Instant now) =>
        condition.Type switch
        {
            NodeConditionType.Ready =>
                facts.IsRuntimeGivenUp ? (ConditionStatus.False, "KubeletNotReady") : (ConditionStatus.True, "KubeletReady"),
            NodeConditionType.OutOfDisk =>
                SaysFull(condition, facts, now)
                    ? (ConditionStatus.True, "KubeletOutOfDisk")
                    : (ConditionStatus.False, "KubeletHasSufficientDisk"),
            NodeConditionType.DiskPressure =>
                SaysFull(condition, facts, now)
                    ? (ConditionStatus.True, "KubeletHasDiskPressure")
                    : (ConditionStatus.False, "KubeletHasNoDiskPressure"),
            NodeConditionType.PidPressure => (ConditionStatus.False, "KubeletHasSufficientPID"),
            NodeConditionType.MemoryPressure =>
                facts.IsMemoryShort
                    ? (ConditionStatus.True, "KubeletHasInsufficientMemory")
                    : (ConditionStatus.False, "KubeletHasSufficientMemory"),
            _ => (condition.Status, condition.Reason),
        };

    private static NodeCondition Said(NodeCondition condition, in NodeFacts facts, Instant now)
    {
        var (status, reason) = Wanted(condition, facts, now);
        var since = condition.Status == status ? condition.LastTransitionTime : now.TruncatedToSecond;
        return condition with { Status = status, Reason = reason, LastHeartbeatTime = now.TruncatedToSecond, LastTransitionTime = since };
    }

    private static IReadOnlyList<ContainerImage> Images(Node stored, in NodeFacts facts)
    {
        var (pulled, size) = (facts.ImagesPulled, facts.Options.ImageBytes);
        return stored.Status.Images.Count == pulled.Count
            ? stored.Status.Images
            : [.. pulled.Select(image => new ContainerImage([image], size))];
    }
}
