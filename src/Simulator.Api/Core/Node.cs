namespace Simulator.Api;

public sealed record Node : ApiObject
{
    public override string Kind => "Node";

    public NodeSpec Spec { get; init; } = new();

    public NodeStatus Status { get; init; } = new();
}

public sealed record NodeSpec
{
    /// <summary>Cordoned.</summary>
    public bool Unschedulable { get; init; }

    /// <summary>Annotation scheduler.alpha.kubernetes.io/taints or today's spec.taints.</summary>
    public Parsed<IReadOnlyList<Taint>> Taints { get; init; }
}

public sealed record NodeStatus
{
    public ResourceList Capacity { get; init; } = ResourceList.Empty;

    /// <summary>What pods may use; the API server copies capacity where it is absent.</summary>
    public ResourceList Allocatable { get; init; } = ResourceList.Empty;

    public IReadOnlyList<NodeCondition> Conditions { get; init; } = [];

    public IReadOnlyList<ContainerImage> Images { get; init; } = [];

    /// <summary>
    /// Attachable volumes that its kubelet uses or wants to use (kubernetes.io/gce-pd/NAME), sorted; while one stands here nobody detaches
    /// it in good order.
    /// </summary>
    public IReadOnlyList<string> VolumesInUse { get; init; } = [];

    /// <summary>Volumes that the attach/detach controller has attached to it, sorted.</summary>
    public IReadOnlyList<string> VolumesAttached { get; init; } = [];

    /// <summary>For example v1.3.10; "" if never reported.</summary>
    public string KubeletVersion { get; init; } = "";

    public NodeCondition? Condition(string type)
    {
        foreach (var condition in Conditions)
        {
            if (condition.Type == type) return condition;
        }

        return null;
    }
}

/// <param name="Type">Ready, OutOfDisk, MemoryPressure, NetworkUnavailable, or one that decisions ignore.</param>
/// <param name="LastHeartbeatTime">Whole seconds.</param>
/// <param name="LastTransitionTime">Whole seconds.</param>
public sealed record NodeCondition(
    string Type,
    ConditionStatus Status,
    string Reason = "",
    Instant? LastHeartbeatTime = null,
    Instant? LastTransitionTime = null);

public static class NodeConditionType
{
    public const string Ready = "Ready";
    public const string OutOfDisk = "OutOfDisk";
    public const string MemoryPressure = "MemoryPressure";
    public const string NetworkUnavailable = "NetworkUnavailable";
    public const string DiskPressure = "DiskPressure";
    public const string PidPressure = "PIDPressure";
}

/// <param name="SizeBytes">As the kubelet reports it.</param>
public sealed record ContainerImage(IReadOnlyList<string> Names, long SizeBytes);
