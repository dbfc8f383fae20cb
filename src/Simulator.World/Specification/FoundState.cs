using Simulator.Api;

namespace Simulator.World.Specification;

/// <summary>A cluster as somebody found it: what is stored in it, and where each pod is.</summary>
/// <param name="Objects">All but nodes and pods, with their uids where somebody knows them.</param>
/// <param name="Pods">In key order.</param>
public sealed record FoundState(IReadOnlyList<ApiObject> Objects, IReadOnlyList<FoundPod> Pods)
{
    public static readonly FoundState Nothing = new([], []);
}

/// <summary>A pod that was found.</summary>
public sealed record FoundPod
{
    /// <summary>Name, labels, spec (shared by pods that are alike) and status; the node stands beside it.</summary>
    public required Pod Pod { get; init; }

    /// <summary>"": it has none.</summary>
    public string Node { get; init; } = "";

    /// <summary>ReplicaSet, DaemonSet, ... of its namespace; "" if nobody of the cluster owns it.</summary>
    public string OwnerKind { get; init; } = "";

    public string OwnerName { get; init; } = "";

    /// <summary>It was being deleted.</summary>
    public bool IsTerminating { get; init; }

    /// <summary>Something keeps its containers from starting, such as an image that cannot be pulled: it goes on so.</summary>
    public bool IsStuck { get; init; }
}
