namespace Simulator.Api;

/// <summary>autoscaling/v1 and extensions/v1beta1 of 1.3.</summary>
public sealed record HorizontalPodAutoscaler : ApiObject
{
    public override string Kind => "HorizontalPodAutoscaler";

    public string TargetKind { get; init; } = "";

    /// <summary>Of the object that is scaled, in the same namespace.</summary>
    public string TargetName { get; init; } = "";

    /// <summary>Null only where no API server has defaulted it: there is no lower bound then.</summary>
    public int? MinReplicas { get; init; } = 1;

    public int MaxReplicas { get; init; }

    /// <summary>Percent of the request, averaged over the pods; null leaves it to the controller.</summary>
    public int? TargetCpuUtilization { get; init; }

    /// <summary>What is measured, in the order in which it is looked at (autoscaling/v2beta2); 1.3 does not look at it.</summary>
    public IReadOnlyList<ScalingMetric> Metrics { get; init; } = [];

    /// <summary>How fast it may scale (autoscaling/v2beta2); null = as ever.</summary>
    public ScalingBehavior? Behavior { get; init; }

    public HorizontalPodAutoscalerStatus Status { get; init; } = new();

    /// <summary>Of the object that is scaled.</summary>
    public ObjectKey Target => new(Namespace, TargetName);
}

/// <summary>What the autoscaler last reported; measured custom metrics stand in an annotation.</summary>
public sealed record HorizontalPodAutoscalerStatus
{
    public int CurrentReplicas { get; init; }

    public int DesiredReplicas { get; init; }

    /// <summary>Percent; null = nothing measured, or the replicas were out of bounds.</summary>
    public int? CpuUtilization { get; init; }

    /// <summary>Null = never.</summary>
    public Instant? LastScaleTime { get; init; }

    /// <summary>In the order of the metrics asked for (autoscaling/v2beta2).</summary>
    public IReadOnlyList<MetricStatus> CurrentMetrics { get; init; } = [];

    public IReadOnlyList<ObjectCondition> Conditions { get; init; } = [];

    public bool SameAs(HorizontalPodAutoscalerStatus other) =>
        this == other
        || Conditions.SequenceEqual(other.Conditions)
        && CurrentMetrics.SequenceEqual(other.CurrentMetrics)
        && this with { Conditions = other.Conditions, CurrentMetrics = other.CurrentMetrics } == other;
}
