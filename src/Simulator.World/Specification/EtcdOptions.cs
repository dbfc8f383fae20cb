namespace Simulator.World.Specification;

/// <summary>Flags of etcd 3.0 and the pace of its commits.</summary>
public sealed record EtcdOptions
{
    /// <summary>Number of members, odd; null = as many as masters. They stand where the masters stand, in turn.</summary>
    public int? Members { get; init; }

    /// <summary>--heartbeat-interval</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>--election-timeout: a new leader is there between one and two of them after the old one is gone.</summary>
    public TimeSpan ElectionTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the API server compacts, up to where it stood one interval before (pkg/storage/etcd3/compact.go).</summary>
    public TimeSpan CompactionInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The part of a write that is the commit on a majority's disks (judgement; etcd asks for a p99 of fsync below 10 ms): what a slow etcd
    /// multiplies.
    /// </summary>
    public TimeSpan CommitLatency { get; init; } = TimeSpan.FromMilliseconds(3);

    /// <summary>When a request that finds no quorum is given up (ReqTimeout of etcdserver/config.go).</summary>
    public TimeSpan RequestTimeout => TimeSpan.FromSeconds(5) + (ElectionTimeout * 2);
}
