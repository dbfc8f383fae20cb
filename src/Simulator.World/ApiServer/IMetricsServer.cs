using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.World.ApiServer;

/// <summary>What the API server's proxy sends questions about metrics to.</summary>
public interface IMetricsServer
{
    MetricsAnswer Answer(PodMetricsRequest request, Instant now);

    MetricsAnswer Answer(CustomMetricRequest request, Instant now);
}

/// <summary>The proxy finds no service: the client reads the first letter of its error.</summary>
internal sealed class NoMetricsServer : IMetricsServer
{
    private static readonly MetricsAnswer None = new() { Fault = MetricsFaults.NoEndpoints };

    public MetricsAnswer Answer(PodMetricsRequest request, Instant now) => None;

    public MetricsAnswer Answer(CustomMetricRequest request, Instant now) => None;
}
