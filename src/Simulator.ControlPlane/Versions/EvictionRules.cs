namespace Simulator.ControlPlane.Versions;

/// <summary>How the pods of lost nodes are evicted, in words and numbers, for who tells of it.</summary>
public sealed record EvictionRules
{
    /// <summary>One queue for the cluster, some minutes after the last sign of life.</summary>
    internal static EvictionRules OfCluster { get; } = new()
    {
        RateOf = static flags => flags.Nodes.DeletingPodsQps,
        RateText = "for the whole cluster, whatever the zone (deleting-pods-qps)",
        DelayOf = static flags => flags.Nodes.PodEvictionTimeout,
        DelayText = "of pod-eviction-timeout",
        LateText = "one loop marks and evicts, and it was still marking",
    };

    /// <summary>A queue of taints a zone, and as long as each pod tolerates its node's.</summary>
    internal static EvictionRules OfZones { get; } = new()
    {
        RateOf = static flags => flags.Taints.NodeEvictionRate,
        RateText = "in each zone (node-eviction-rate, the pace of its taints)",
        DelayOf = static _ => TimeSpan.FromSeconds(300),
        DelayText = "that pods tolerate a lost node by default (tolerationSeconds)",
        IsByToleration = true,
        LateText = "a node is queued for its taint by the pass after the one that marks it, and that pass was still marking",
    };

    /// <summary>Nodes a second.</summary>
    public required Func<ControllerManagerOptions, float> RateOf { get; init; }

    /// <summary>There is no moment at which all pods of a node are due: each says how long it tolerates the loss.</summary>
    public bool IsByToleration { get; init; }

    /// <summary>After "limited to 0.1 nodes a second".</summary>
    public required string RateText { get; init; }

    /// <summary>From the loss to the eviction, where nothing else holds it up.</summary>
    public required Func<ControllerManagerOptions, TimeSpan> DelayOf { get; init; }

    /// <summary>After "the 5 min".</summary>
    public required string DelayText { get; init; }

    /// <summary>Why an eviction that comes later than that is late, if nodes were being marked.</summary>
    public required string LateText { get; init; }
}
