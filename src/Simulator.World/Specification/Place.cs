namespace Simulator.World.Specification;

/// <summary>How wide a place is; each of the first five lies in the next.</summary>
public enum PlaceScope
{
    Node,
    Rack,
    PowerUnit,
    Zone,

    /// <summary>All machines of a cluster, and its control plane where that stands outside the zones.</summary>
    Region,

    /// <summary>A node pool, wherever its nodes stand.</summary>
    Pool,

    /// <summary>All machines of a cluster and nothing else.</summary>
    Cluster,

    /// <summary>The machine that a pod ("namespace/name") is bound to at the moment at which it is asked for.</summary>
    NodeOfPod,
}

/// <summary>A place, or several of one scope.</summary>
/// <param name="Names">Of nodes, racks (<c>ZONE-rNN</c>), power units (<c>ZONE-pNN</c>), zones, regions or pools; none for a whole
/// cluster.</param>
public sealed record Place(PlaceScope Scope, params IReadOnlyList<string> Names)
{
    /// <summary>So many are told by name; more are counted.</summary>
    private const int TitleMax = 3;

    /// <summary>How it came to be this place, if it was found in the run: "the node of default/data-1"; else "".</summary>
    public string Found { get; init; } = "";

    /// <summary>The place in words: <c>b</c>, <c>node-0001 and node-0004</c>, <c>12 nodes</c>, <c>all nodes</c>.</summary>
    public string Title => Scope switch
    {
        PlaceScope.Cluster => "all nodes",
        PlaceScope.NodeOfPod => $"the node of {Names[0]}",
        _ when Names.Count > TitleMax => $"{Names.Count} {(Scope == PlaceScope.Zone ? "zones" : "nodes")}",
        _ when Names.Count > 1 => $"{string.Join(", ", Names.SkipLast(1))} and {Names[^1]}",
        _ => Found.Length > 0 ? $"{Names[0]} ({Found})" : Names[0],
    };

    public bool Equals(Place? other) =>
        other is not null && Scope == other.Scope && Found == other.Found && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => HashCode.Combine(Scope, Names.Count, Names.Count == 0 ? "" : Names[0]);
}
