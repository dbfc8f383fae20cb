using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.World.ApiServer;

namespace Simulator.Scenarios.Conformance.Timelines;

/// <summary>Metrics that leave out some pods of a namespace, the first by name, for some time; it notes who asked when.</summary>
internal sealed class LeakyMetrics(IMetricsServer whole, string home, (int Pods, Instant From, Instant Until) gap) : IMetricsServer
{
    public List<(string Home, Instant At)> Reads { get; } = [];

    public MetricsAnswer Answer(PodMetricsRequest request, Instant now)
    {
        Reads.Add((request.Namespace, now));
        var answer = whole.Answer(request, now);
        return request.Namespace != home || now < gap.From || now >= gap.Until
            ? answer
            : answer with { Pods = [.. answer.Pods.OrderBy(pod => pod.Name, StringComparer.Ordinal).Skip(gap.Pods)] };
    }

    public MetricsAnswer Answer(CustomMetricRequest request, Instant now) => whole.Answer(request, now);
}
