namespace Simulator.Studies.Risk.Losses;

/// <summary>Parts of a recovery, in their order: what a lost replica waits for.</summary>
public enum RecoveryPart
{
    /// <summary>It is dead and the API still calls it ready.</summary>
    Unnoticed,

    /// <summary>Its node is marked, and pod-eviction-timeout is not over.</summary>
    Grace,

    /// <summary>The timeout is over; its node waits for its turn (deleting-pods-qps), or for who would evict it.</summary>
    Eviction,

    /// <summary>It is deleted: its successor is not there yet, or has no node.</summary>
    Replacement,

    /// <summary>It is on a live node and not ready yet.</summary>
    Start,

    /// <summary>It is no missing replica: somebody's old knowledge (DNS, proxies), a network, a balancer, too many requests.</summary>
    Rest,
}

/// <summary>What of a service is lost while something is wrong.</summary>
public enum LossKind
{
    /// <summary>Requests that fail, of those of its traffic.</summary>
    Requests,

    /// <summary>Replicas that are asked for and not both ready and serving.</summary>
    Replicas,

    /// <summary>All of it, while no replica is both ready and serving.</summary>
    Endpoints,
}
