namespace Simulator.Reports.Exposition;

/// <summary>A metric as OpenMetrics has it.</summary>
/// <param name="Name">Ends with its unit if it has one; without the <c>_total</c> of counters.</param>
/// <param name="Unit">"" = a plain number.</param>
public sealed record MetricFamily(string Name, MetricType Type, string Unit, string Help)
{
    /// <summary>As its samples are called.</summary>
    public string SampleName => Type == MetricType.Counter ? $"{Name}_total" : Name;
}

public enum MetricType
{
    Gauge,

    /// <summary>Never falls.</summary>
    Counter,
}
