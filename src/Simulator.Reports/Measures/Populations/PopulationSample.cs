namespace Simulator.Reports.Measures.Populations;

/// <summary>A population at one moment. Rates a second, means since the sample before; latencies in seconds.</summary>
/// <param name="At">Seconds since the start of the run.</param>
/// <param name="Sent">Tries sent to each cluster, in the scenario's order.</param>
/// <param name="Lost">Of these, the ones that fail.</param>
public sealed record PopulationSample(
    double At, double Requests, double Failed, double Slow, double Stale, double P50, double P99, double[] Sent, double[] Lost);
