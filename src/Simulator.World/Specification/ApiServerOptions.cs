using Simulator.ControlPlane.Admission;

namespace Simulator.World.Specification;

/// <summary>
/// Flags of kube-apiserver 1.3.10 (cmd/kube-apiserver/app/options), and the latencies of its calls and watches. Log-normal: half of the
/// calls take at most the median.
/// </summary>
public sealed record ApiServerOptions
{
    /// <summary>--admission-control, in this order; null = those that the version has by default.</summary>
    public IReadOnlyList<AdmissionPlugin>? AdmissionControl { get; init; }

    /// <summary>--max-requests-inflight: one more is refused with a 429. Watches are not counted.</summary>
    public int MaxRequestsInflight { get; init; } = 400;

    /// <summary>--service-cluster-ip-range, IPv4; null: services have no addresses.</summary>
    public AddressRange? ServiceClusterIpRange { get; init; }

    /// <summary>--min-request-timeout: a watch is closed between one and two of them after it was opened.</summary>
    public TimeSpan MinRequestTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Requests in flight that a server works on side by side at full speed. With 8 ms a call the limit of 400 then means a p99 of
    /// 205 ms (published for a loaded server: PUT pods 10.6 / 47.8 / 234 ms at p50 / p90 / p99, kubemark-5 of 2016-05).</summary>
    public int CallsAtFullSpeed { get; init; } = 50;

    /// <summary>Median time of a call on a single object.</summary>
    public TimeSpan CallLatencyMedian { get; init; } = TimeSpan.FromMilliseconds(8);

    /// <summary>Standard deviation of the logarithm of call latencies.</summary>
    public double CallLatencySigma { get; init; } = 0.5;

    /// <summary>What each object of a LIST adds (published: hundreds of milliseconds for 1,000 to 2,000 nodes).</summary>
    public TimeSpan ListLatencyPerObject { get; init; } = TimeSpan.FromMicroseconds(50);

    /// <summary>Median time from a commit to its delivery to a watcher.</summary>
    public TimeSpan WatchLatencyMedian { get; init; } = TimeSpan.FromMilliseconds(5);

    public double WatchLatencySigma { get; init; } = 0.5;
}
