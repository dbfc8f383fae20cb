namespace Simulator.Api;

/// <summary>What a metric is of.</summary>
public enum MetricSource
{
    /// <summary>Nothing: of a metric that could not be read.</summary>
    None,
    Resource,
    ContainerResource,
    Pods,
    Object,
    External,
}

/// <summary>A metric by which an autoscaler scales, and the value that it should have (autoscaling/v2beta2).</summary>
public sealed record ScalingMetric
{
    public MetricIdentity Metric { get; init; } = new();

    /// <summary>Of one object, or of all pods together.</summary>
    public Quantity? Value { get; init; }

    /// <summary>A pod.</summary>
    public Quantity? AverageValue { get; init; }

    /// <summary>Percent of what the pods have requested.</summary>
    public int? AverageUtilization { get; init; }

    /// <summary>The value, not the average, is what counts (target.type Value).</summary>
    public bool IsOfValue { get; init; }
}

/// <summary>Which metric is meant; equal ones have equal content.</summary>
public sealed record MetricIdentity
{
    public MetricSource Source { get; init; }

    /// <summary>A resource's name ("cpu"), or the metric's.</summary>
    public string Name { get; init; } = "";

    /// <summary>Of a container's resource.</summary>
    public string Container { get; init; } = "";

    /// <summary>Null = none.</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>The object that is described; its namespace is the autoscaler's.</summary>
    public ObjectName Described { get; init; } = new("", "", "");

    public bool Equals(MetricIdentity? other) => other is not null
        && (Source, Name, Container, Described) == (other.Source, other.Name, other.Container, other.Described)
        && CanonicalText.AreEqual(Selector, other.Selector);

    public override int GetHashCode() => HashCode.Combine(Source, Name, Container);
}

public sealed record ObjectName(string ApiVersion, string Kind, string Name);

/// <summary>What was measured.</summary>
public sealed record MetricStatus
{
    public MetricIdentity Metric { get; init; } = new();

    public Quantity? Value { get; init; }

    public Quantity? AverageValue { get; init; }

    public int? AverageUtilization { get; init; }
}
