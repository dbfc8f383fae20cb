namespace Simulator.Api;

/// <summary>policy/v1beta1: how many pods of a kind may be taken away at a time.</summary>
public sealed record PodDisruptionBudget : ApiObject
{
    public override string Kind => "PodDisruptionBudget";

    /// <summary>Null or empty selects nothing.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>A number or a percentage; null where maxUnavailable is given.</summary>
    public string? MinAvailable { get; init; }

    /// <inheritdoc cref="MinAvailable"/>
    public string? MaxUnavailable { get; init; }

    public DisruptionStatus Status { get; init; } = new();
}

/// <summary>What the disruption controller last reported.</summary>
public sealed record DisruptionStatus
{
    public long ObservedGeneration { get; init; }

    /// <summary>Pods whose eviction was allowed and which the controller has not seen gone: name and when.</summary>
    public IReadOnlyDictionary<string, Instant> DisruptedPods { get; init; } = new Dictionary<string, Instant>();

    public int DisruptionsAllowed { get; init; }

    public int CurrentHealthy { get; init; }

    public int DesiredHealthy { get; init; }

    public int ExpectedPods { get; init; }

    public bool SameAs(DisruptionStatus other) =>
        DisruptedPods.Count == other.DisruptedPods.Count
        && DisruptedPods.All(pod => other.DisruptedPods.TryGetValue(pod.Key, out var at) && at == pod.Value)
        && this with { DisruptedPods = other.DisruptedPods } == other;
}
