namespace Simulator.World;

/// <summary>Latencies of the API server and its watches. Log-normal: half of the calls take at most the median.</summary>
public sealed record ApiServerOptions
{
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
