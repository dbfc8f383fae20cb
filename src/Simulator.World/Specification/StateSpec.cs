using Simulator.Engine;

namespace Simulator.World.Specification;

/// <summary>What an application keeps and how its members agree on it.</summary>
public sealed record StateSpec
{
    public required StateKind Kind { get; init; }

    /// <summary>Members that have to agree on a write; null = more than half of the replicas.</summary>
    public int? Majority { get; init; }

    /// <summary>Bytes that a member without its data has to copy.</summary>
    public long DataBytes { get; init; } = 1L << 30;

    /// <summary>Bytes a second that a member catches up by (judgement).</summary>
    public double CatchUpBytesPerSecond { get; init; } = 50e6;

    /// <summary>Writes a second that users want done.</summary>
    public double WritesPerSecond { get; init; } = 100;

    /// <summary>Bytes of each write: what a member that was away has missed.</summary>
    public long WriteBytes { get; init; } = 1024;

    /// <summary>primary-replica: from the loss of the primary to the work of the next one; null = nobody takes over.</summary>
    public IDistribution? FailOver { get; init; }

    public PromoteRule Promote { get; init; } = PromoteRule.MostRecent;

    /// <summary>primary-replica: how far replicas are behind their primary; what is lost when one takes over.</summary>
    public TimeSpan ReplicationLag { get; init; } = TimeSpan.Zero;

    /// <summary>sharded: copies of each share, its owner's included; they lie on the pets after it.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>
    /// Name of the volume that holds the data; null = the first claim, else the first disk or server, else the first volume on the node,
    /// else the container itself.
    /// </summary>
    public string? Volume { get; init; }

    /// <summary>A member passes its readiness probe while it catches up.</summary>
    public bool IsReadyWhileCatchingUp { get; init; }
}

public enum StateKind
{
    /// <summary>A majority of the members has to agree on each write (zookeeper, etcd, galera).</summary>
    Quorum,

    /// <summary>One member takes the writes, the others follow (redis, mysql).</summary>
    PrimaryReplica,

    /// <summary>Each member owns a share of the data (cassandra, elasticsearch).</summary>
    Sharded,
}

/// <summary>Which replica takes over.</summary>
public enum PromoteRule
{
    MostRecent,
    LowestOrdinal,
}
