using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>GET of the CPU use of the selected pods from Heapster, through the API server's proxy (metrics/v1alpha1).</summary>
public sealed record PodMetricsRequest(string Namespace, SelectorMatcher Selector) : ApiRequest;

/// <summary>GET of the last minutes of a custom metric of some pods from Heapster (model API), through the API server's proxy.</summary>
public sealed record CustomMetricRequest(string Namespace, IReadOnlyList<string> Pods, string Metric) : ApiRequest;

/// <summary>What Heapster answered: one of the lists, or why the answer cannot be read.</summary>
public sealed record MetricsAnswer
{
    public IReadOnlyList<PodMetrics> Pods { get; init; } = [];

    /// <summary>One series a pod, in no useful order; a series may be empty.</summary>
    public IReadOnlyList<IReadOnlyList<MetricPoint>> Series { get; init; } = [];

    /// <summary>Null if all is well; otherwise what the client's JSON reader says of the answer.</summary>
    public string? Fault { get; init; }
}

/// <param name="Timestamp">Of the sample, whole seconds.</param>
public sealed record PodMetrics(string Name, Instant Timestamp, IReadOnlyList<ContainerUsage> Containers);

/// <param name="Cpu">Cores; null = the answer has none.</param>
public readonly record struct ContainerUsage(string Name, Quantity? Cpu);

/// <param name="FloatValue">Null for a metric of whole numbers.</param>
public readonly record struct MetricPoint(Instant Timestamp, ulong Value, double? FloatValue);
