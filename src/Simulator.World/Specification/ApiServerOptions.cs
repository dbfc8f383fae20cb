namespace Simulator.World;

/// <summary>Latencies of the API server and its watches. Log-normal: half of the calls take at most the median.</summary>
public sealed record ApiServerOptions
{
    private static readonly AdmissionPlugin[] UsualPlugins = [AdmissionPlugin.NamespaceLifecycle, AdmissionPlugin.LimitRanger, AdmissionPlugin.ResourceQuota];

    /// <summary>--admission-control, in this order. What cluster/gce/config-default.sh of 1.3.10 sets, without ServiceAccount (no tokens are simulated) and PersistentVolumeLabel (zones of disks).</summary>
    public IReadOnlyList<AdmissionPlugin> AdmissionControl { get; init; } = UsualPlugins;

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

/// <summary>Admission plug-ins that are simulated.</summary>
public enum AdmissionPlugin
{
    NamespaceLifecycle,
    LimitRanger,
    ServiceAccount,
    ResourceQuota,
}
