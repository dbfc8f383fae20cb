namespace Simulator.Api;

/// <summary>What replication controllers and ReplicaSets have in common: so many pods of one template.</summary>
public abstract record ReplicaController : ApiObject, IPodOwner
{
    public int Replicas { get; init; } = 1;

    public PodTemplate Template { get; init; } = PodTemplate.None;

    public ReplicaStatus Status { get; init; } = new();

    public abstract LabelSelector? PodSelector { get; }
}

/// <summary>What a replica controller last reported.</summary>
public sealed record ReplicaStatus
{
    public int Replicas { get; init; }

    public int FullyLabeledReplicas { get; init; }

    public long ObservedGeneration { get; init; }
}
