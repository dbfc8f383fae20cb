namespace Simulator.Api;

/// <summary>What replication controllers and ReplicaSets have in common: so many pods of one template.</summary>
public abstract record ReplicaController : ApiObject, IPodOwner
{
    public int Replicas { get; init; } = 1;

    public PodTemplate Template { get; init; } = PodTemplate.None;

    /// <summary>A pod counts as available once it has been ready for so long.</summary>
    public int MinReadySeconds { get; init; }

    public ReplicaStatus Status { get; init; } = new();

    public abstract LabelSelector? PodSelector { get; }
}

/// <summary>What a replica controller last reported.</summary>
public sealed record ReplicaStatus
{
    public int Replicas { get; init; }

    public int FullyLabeledReplicas { get; init; }

    public long ObservedGeneration { get; init; }

    public int ReadyReplicas { get; init; }

    public int AvailableReplicas { get; init; }

    public IReadOnlyList<ObjectCondition> Conditions { get; init; } = [];

    public bool SameAs(ReplicaStatus other) =>
        Conditions.SequenceEqual(other.Conditions) && this with { Conditions = other.Conditions } == other;
}
