namespace Simulator.World.Specification.Operations;

/// <summary>No new pod is scheduled to a cordoned node (kubectl cordon and uncordon).</summary>
public sealed record CordonOperation(string Node, bool Unschedulable) : OperationSpec
{
    public override string Title => $"{(Unschedulable ? "cordon" : "uncordon")} {Node}";
}

/// <summary>Cordons a node and deletes its pods, if its flags allow all of them (kubectl drain).</summary>
public sealed record DrainOperation(string Node) : OperationSpec
{
    /// <summary>Pods that no controller has made go, too.</summary>
    public bool Force { get; init; } = true;

    /// <summary>Pods of DaemonSets stay, and are no reason to refuse.</summary>
    public bool IgnoreDaemonSets { get; init; } = true;

    /// <summary>Pods with an emptyDir go, too.</summary>
    public bool DeleteLocalData { get; init; } = true;

    /// <summary>Null: each pod's own.</summary>
    public TimeSpan? GracePeriod { get; init; }

    /// <summary>Nodes that the same command empties afterwards, in this order.</summary>
    public IReadOnlyList<string> Then { get; init; } = [];

    public override string Title => $"drain {string.Join(' ', [Node, .. Then])}";
}
