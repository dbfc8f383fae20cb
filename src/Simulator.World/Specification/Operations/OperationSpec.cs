using Simulator.Api;

namespace Simulator.World;

/// <summary>Something that a user does with kubectl at a moment of the run.</summary>
public abstract record OperationSpec
{
    /// <summary>Without meaning if it waits for an event.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Null: it begins at its time.</summary>
    public EventTime? After { get; init; }

    public required string Cluster { get; init; }

    /// <summary>The command in words: <c>scale Deployment default/web to 5</c>.</summary>
    public abstract string Title { get; }
}

/// <summary>Creates the objects that are not there and gives the others their new desired state (kubectl apply).</summary>
public sealed record ApplyOperation(IReadOnlyList<ApiObject> Objects) : OperationSpec
{
    public override string Title => Objects.Count == 1 ? $"apply {Objects[0].Kind} {Objects[0].Key}" : $"apply {Objects.Count} objects";
}

/// <summary>Deletes an object after what it has made (kubectl delete).</summary>
/// <param name="GracePeriod">Null: the object's own; zero deletes the object at once, whatever its containers do (kubectl delete --grace-period=0).</param>
public sealed record DeleteOperation(string Kind, ObjectKey Key, TimeSpan? GracePeriod = null) : OperationSpec
{
    /// <summary>False: the object alone goes, and leaves its pods behind (kubectl delete --cascade=false).</summary>
    public bool Cascade { get; init; } = true;

    public override string Title => $"delete {Kind} {Key}{(GracePeriod == TimeSpan.Zero ? " by force" : "")}{(Cascade ? "" : " without its pods")}";
}

/// <summary>Cordons a node and deletes its pods, but those of DaemonSets (kubectl drain --force --ignore-daemonsets of 1.3).</summary>
public sealed record DrainOperation(string Node) : OperationSpec
{
    public override string Title => $"drain {Node}";
}
