using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>LIST of what the selected pods use of their resources (metrics.k8s.io).</summary>
public sealed record ResourceMetricsRequest(string Namespace, SelectorMatcher Selector) : ApiRequest;

/// <summary>LIST of a custom metric of the selected pods (custom.metrics.k8s.io).</summary>
public sealed record PodsMetricRequest(string Namespace, SelectorMatcher Selector, MetricIdentity Metric) : ApiRequest;

/// <summary>GET of a custom metric of one object (custom.metrics.k8s.io).</summary>
public sealed record ObjectMetricRequest(string Namespace, MetricIdentity Metric) : ApiRequest;

/// <summary>LIST of the values of a metric that belongs to no object (external.metrics.k8s.io).</summary>
public sealed record ExternalMetricRequest(string Namespace, MetricIdentity Metric) : ApiRequest;

/// <summary>What a metrics API answered: one of the lists.</summary>
public sealed record MetricSamples
{
    public IReadOnlyList<PodUsageSample> Pods { get; init; } = [];

    public IReadOnlyList<PodValue> PodValues { get; init; } = [];

    /// <summary>One value of an object, or all values of an external metric.</summary>
    public IReadOnlyList<Quantity> Values { get; init; } = [];
}

/// <param name="Timestamp">Of the end of the window.</param>
/// <param name="Window">What the sample is the average of.</param>
public sealed record PodUsageSample(string Name, Instant Timestamp, TimeSpan Window, IReadOnlyList<ContainerSample> Containers);

/// <param name="Usage">By resource; one that was not measured is not there.</param>
public sealed record ContainerSample(string Name, ResourceList Usage);

public sealed record PodValue(string Name, Quantity Value);
