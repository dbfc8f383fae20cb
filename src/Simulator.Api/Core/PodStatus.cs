namespace Simulator.Api;

public sealed record PodStatus
{
    public PodPhase Phase { get; init; } = PodPhase.Pending;

    /// <summary>The Ready condition; null if the pod has none yet.</summary>
    public Condition? Ready { get; init; }

    /// <summary>The PodScheduled condition; null if the pod has none yet.</summary>
    public Condition? Scheduled { get; init; }

    /// <summary>Conditions that neither its kubelet nor its scheduler sets.</summary>
    public IReadOnlyList<NodeCondition> OtherConditions { get; init; } = [];

    public string PodIP { get; init; } = "";

    public Instant? StartTime { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Where room was made for it by taking others away; "" = nowhere.</summary>
    public string NominatedNodeName { get; init; } = "";

    /// <summary>Restarts of each container; empty before the kubelet has reported.</summary>
    public IReadOnlyList<int> ContainerRestarts { get; init; } = [];

    /// <inheritdoc cref="ContainerRestarts"/>
    public IReadOnlyList<int> InitContainerRestarts { get; init; } = [];
}

/// <param name="LastTransitionTime">Whole seconds; null = zero time.</param>
public sealed record Condition(ConditionStatus Status, string Reason, Instant? LastTransitionTime);
