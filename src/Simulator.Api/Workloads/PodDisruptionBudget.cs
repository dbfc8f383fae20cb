namespace Simulator.Api;

/// <summary>policy/v1beta1: how many of the selected pods evictions have to leave healthy.</summary>
public sealed record PodDisruptionBudget : ApiObject
{
    public override string Kind => "PodDisruptionBudget";

    /// <summary>A count ("1") or a share ("25%"); null = not given. At most one of the two is.</summary>
    public string? MinAvailable { get; init; }

    /// <inheritdoc cref="MinAvailable"/>
    public string? MaxUnavailable { get; init; }

    /// <summary>Null or empty selects nothing.</summary>
    public LabelSelector? Selector { get; init; }

    public PodDisruptionBudgetStatus Status { get; init; } = new();
}

/// <summary>What the disruption controller last counted, and what evictions have taken since.</summary>
public sealed record PodDisruptionBudgetStatus
{
    public long ObservedGeneration { get; init; }

    /// <summary>Evicted pods that have not been seen to go, and when they were evicted; in order of name.</summary>
    public IReadOnlyList<DisruptedPod> DisruptedPods { get; init; } = [];

    public int DisruptionsAllowed { get; init; }

    public int CurrentHealthy { get; init; }

    public int DesiredHealthy { get; init; }

    public int ExpectedPods { get; init; }

    public bool SameAs(PodDisruptionBudgetStatus other) =>
        DisruptedPods.SequenceEqual(other.DisruptedPods) && this with { DisruptedPods = other.DisruptedPods } == other;

    /// <summary>Null for a pod that nobody has evicted.</summary>
    public Instant? EvictedAt(string pod)
    {
        foreach (var disrupted in DisruptedPods)
        {
            if (disrupted.Name == pod) return disrupted.At;
        }

        return null;
    }
}

/// <param name="At">Whole seconds.</param>
public sealed record DisruptedPod(string Name, Instant At);
