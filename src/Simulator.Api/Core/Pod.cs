namespace Simulator.Api;

public sealed record Pod : ApiObject
{
    public override string Kind => "Pod";

    public PodSpec Spec { get; init; } = new();

    public PodStatus Status { get; init; } = new();

    public string NodeName => Spec.NodeName;

    public bool IsAssigned => Spec.NodeName.Length != 0;

    /// <summary>Phase Succeeded or Failed: its containers have stopped for good.</summary>
    public bool IsFinished => Status.Phase is PodPhase.Succeeded or PodPhase.Failed;

    /// <summary>Counts as a replica: neither finished nor being deleted.</summary>
    public bool IsActive => !IsFinished && !Metadata.IsBeingDeleted;

    public bool IsReady => Status.Ready?.Status == ConditionStatus.True;
}

public enum PodPhase
{
    Pending,
    Running,
    Succeeded,
    Failed,
    Unknown,

    /// <summary>No phase at all: of an object that no API server has defaulted.</summary>
    None,
}

public enum ConditionStatus
{
    Unknown,
    True,
    False,
}
