namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>Flags of the node lifecycle controller that evicts by taints, at the defaults of 1.20 (cmd/kube-controller-manager).</summary>
public sealed record TaintingOptions
{
    /// <summary>--node-eviction-rate: nodes a second of one zone that get their NoExecute taint.</summary>
    public float NodeEvictionRate { get; init; } = 0.1f;

    /// <summary>--secondary-node-eviction-rate: the same in a zone of which most nodes are not ready, if it is large.</summary>
    public float SecondaryNodeEvictionRate { get; init; } = 0.01f;

    /// <summary>
    /// --large-cluster-size-threshold: a zone with more nodes is large; in others evictions stop while most are not ready.
    /// </summary>
    public int LargeClusterSizeThreshold { get; init; } = 50;

    /// <summary>--unhealthy-zone-threshold: from this share of nodes that are not ready on (three at least) it is most of a zone.</summary>
    public float UnhealthyZoneThreshold { get; init; } = 0.55f;

    public TaintQueueing TaintQueue { get; init; } = TaintQueueing.Released;

    /// <summary>How often the queues of the zones are looked at (NodeEvictionPeriod in pkg/controller/nodelifecycle/scheduler).</summary>
    public TimeSpan TaintingPeriod { get; init; } = TimeSpan.FromMilliseconds(100);
}

/// <summary>What becomes of a node that waits for its taint when the next pass finds it still not ready.</summary>
public enum TaintQueueing
{
    /// <summary>
    /// As 1.19 and 1.20 were released: it is queued once more. When it is Ready again one entry goes, the others stay, and one of them at
    /// the head of the queue blocks the zone for good.
    /// </summary>
    Released,

    /// <summary>As mended later (kubernetes/kubernetes 96876): its old entry goes first.</summary>
    Fixed,
}
