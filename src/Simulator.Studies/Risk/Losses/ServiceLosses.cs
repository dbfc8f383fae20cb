namespace Simulator.Studies.Risk.Losses;

/// <summary>What one service lost.</summary>
/// <param name="Name">"namespace/name", after the name of its cluster where there are several.</param>
public sealed record ServiceLosses(string Name)
{
    public required bool HasTraffic { get; init; }

    public required bool HasReplicas { get; init; }

    public required double Requests { get; init; }

    /// <summary>Requests that failed.</summary>
    public required PartTimes Failed { get; init; }

    /// <summary>Seconds, each times the share of the replicas that was missing.</summary>
    public required PartTimes Missing { get; init; }

    /// <summary>Seconds in which no replica was both ready and serving.</summary>
    public required PartTimes Down { get; init; }

    public PartTimes Of(LossKind kind) => kind switch
    {
        LossKind.Requests => Failed,
        LossKind.Replicas => Missing,
        _ => Down,
    };

    /// <summary>What was lost since an earlier moment.</summary>
    internal ServiceLosses Since(ServiceLosses before) => this with
    {
        Requests = Requests - before.Requests,
        Failed = Failed - before.Failed,
        Missing = Missing - before.Missing,
        Down = Down - before.Down,
    };
}
