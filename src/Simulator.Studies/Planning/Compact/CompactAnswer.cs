using Simulator.World.Explanation.Packing;
using Simulator.World.Specification;

namespace Simulator.Studies.Planning.Compact;

/// <summary>How few machines would do.</summary>
public sealed record CompactAnswer
{
    public required ClusterSpec Cluster { get; init; }

    /// <summary>Pods that may find no place.</summary>
    public required int UnplacedMax { get; init; }

    /// <summary>Machines that did in each trial, in the order of the trials; none: already now too many pods find no place.</summary>
    public required IReadOnlyList<int> Trials { get; init; }

    /// <summary>The 90th percentile of the trials.</summary>
    public required int Machines { get; init; }

    /// <summary>In that trial.</summary>
    public required IReadOnlyList<PoolChange> Pools { get; init; }

    /// <summary>Nodes that users have chosen for a pod, and that stay.</summary>
    public required int PinnedNodes { get; init; }

    /// <summary>How often all pods were placed anew.</summary>
    public required int Packings { get; init; }

    /// <summary>What finds no place on them.</summary>
    public required IReadOnlyList<UnplacedPods> Unplaced { get; init; }

    /// <summary>What finds no place with one machine fewer; if no trial was made, now.</summary>
    public required IReadOnlyList<UnplacedPods> Ends { get; init; }

    public int MachinesNow => Pools.Sum(pool => pool.Now);

    /// <summary>US dollars an hour; null if a machine of a pool has no price.</summary>
    public double? DollarsNow => Sum(pool => pool.Now);

    /// <inheritdoc cref="DollarsNow"/>
    public double? DollarsThen => Sum(pool => pool.Then);

    internal static CompactAnswer Full(ClusterSnapshot cluster, int unplacedMax, IReadOnlyList<UnplacedPods> unplaced) => new()
    {
        Cluster = cluster.Spec,
        UnplacedMax = unplacedMax,
        Trials = [],
        Machines = cluster.NodeCount,
        Pools = PoolChange.AllOf(cluster, new HashSet<string>()),
        PinnedNodes = 0,
        Packings = 1,
        Unplaced = unplaced,
        Ends = unplaced,
    };

    private double? Sum(Func<PoolChange, int> machines) =>
        Pools.All(pool => pool.PricePerHour is not null) ? Pools.Sum(pool => machines(pool) * pool.PricePerHour!.Value) : null;
}
