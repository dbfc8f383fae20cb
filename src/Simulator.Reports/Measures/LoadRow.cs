namespace Simulator.Reports.Measures;

/// <summary>What a service whose requests take time did with them. Latencies in seconds, of answers that come in time.</summary>
/// <param name="Slow">Answered, but later than the slowAfter of their traffic.</param>
/// <param name="Waiting">In queues of more than half a minute when the run ended.</param>
/// <param name="P99Highest">Of the worst moment.</param>
public sealed record LoadRow(
    string Cluster, string Service, double Requests, double Failed, double Slow, double Waiting, double P50, double P95, double P99,
    double P99Highest)
{
    /// <summary>Null if there are none; the one with the largest share of failed and waiting requests first.</summary>
    internal static IReadOnlyList<LoadRow>? AllOf(RunRecorder run)
    {
        var end = run.Scenario.Duration;
        List<LoadRow> rows = [.. run.Services.Where(service => service is { HasTraffic: true, Load: not null })
            .OrderBy(service => service.RequestsAt(end).Answered)
            .ThenBy(service => service.Cluster, StringComparer.Ordinal)
            .ThenBy(service => service.Name, StringComparer.Ordinal)
            .Select(service => Of(service, service.Load!, end))];
        return rows.Count == 0 ? null : rows;
    }

    private static LoadRow Of(ServiceLife service, LoadLife load, TimeSpan end)
    {
        var requests = service.RequestsAt(end);
        return new LoadRow(
            service.Cluster, service.Name, Math.Round(requests.Requests), Math.Round(requests.Failed), Math.Round(load.SlowAt(end)),
            Math.Round(load.Waiting), Seconds(load.P50), Seconds(load.P95), Seconds(load.P99), Seconds(load.P99Highest));
    }

    private static double Seconds(double? seconds) => Math.Round(seconds ?? 0, 6);
}
