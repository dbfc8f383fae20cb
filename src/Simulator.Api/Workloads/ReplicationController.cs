namespace Simulator.Api;

public sealed record ReplicationController : ApiObject
{
    public override string Kind => "ReplicationController";

    public int Replicas { get; init; } = 1;

    /// <summary>The API server copies the template's labels where it is absent or empty.</summary>
    public LabelSet Selector { get; init; } = LabelSet.Empty;

    public PodTemplate Template { get; init; } = new();

    public ReplicaStatus Status { get; init; } = new();
}

/// <summary>What a replica controller last reported.</summary>
public sealed record ReplicaStatus
{
    public int Replicas { get; init; }

    public int FullyLabeledReplicas { get; init; }

    public long ObservedGeneration { get; init; }
}
