namespace Simulator.Api;

public sealed record Deployment : ApiObject, IPodOwner
{
    public override string Kind => "Deployment";

    public int Replicas { get; init; } = 1;

    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();

    /// <summary>RollingUpdate or Recreate.</summary>
    public string Strategy { get; init; } = "RollingUpdate";

    /// <summary>A count ("1") or a share ("25%").</summary>
    public string MaxSurge { get; init; } = "1";

    /// <summary>A count ("1") or a share ("25%").</summary>
    public string MaxUnavailable { get; init; } = "1";

    /// <summary>The steps were written down, whatever the strategy.</summary>
    public bool HasRollingUpdate { get; init; }

    /// <summary>Steps that were written as text, even if they look like numbers: maxSurge, maxUnavailable.</summary>
    public (bool MaxSurge, bool MaxUnavailable) AreTexts { get; init; }

    public int MinReadySeconds { get; init; }

    public int? RevisionHistoryLimit { get; init; }

    public bool Paused { get; init; }

    /// <summary>The revision to go back to, 0 for the last one; null = stay. The controller clears it.</summary>
    public long? RollbackTo { get; init; }

    /// <summary>So long a rollout may go without progress; null = for ever.</summary>
    public int? ProgressDeadlineSeconds { get; init; }

    public DeploymentStatus Status { get; init; } = new();

    LabelSelector? IPodOwner.PodSelector => Selector;
}

/// <summary>What the deployment controller last reported (no conditions in 1.3).</summary>
public sealed record DeploymentStatus
{
    public long ObservedGeneration { get; init; }

    public int Replicas { get; init; }

    /// <summary>Pods of the present template.</summary>
    public int UpdatedReplicas { get; init; }

    public int AvailableReplicas { get; init; }

    public int UnavailableReplicas { get; init; }

    public int ReadyReplicas { get; init; }

    public IReadOnlyList<ObjectCondition> Conditions { get; init; } = [];

    /// <summary>How often the name of a new ReplicaSet was taken by another template.</summary>
    public int? CollisionCount { get; init; }

    public bool SameAs(DeploymentStatus other) =>
        Conditions.SequenceEqual(other.Conditions) && this with { Conditions = other.Conditions } == other;
}
