namespace Simulator.Reports.Measures;

/// <summary>A service with a load at one moment. Rates a second; latencies in seconds, of answers that come in time.</summary>
/// <param name="At">Seconds since the start of the run.</param>
/// <param name="Requests">Mean since the sample before, as the others but the latencies.</param>
/// <param name="P99Highest">Since the sample before.</param>
public readonly record struct LoadSample(
    double At, double Requests, double Failed, double Slow, double P50, double P95, double P99, double P99Highest);
