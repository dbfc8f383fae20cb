namespace Simulator.World;

/// <summary>How wide a place is; each lies in the next.</summary>
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
}

/// <param name="Name">Of the node, rack (<c>ZONE-rNN</c>), power unit (<c>ZONE-pNN</c>), zone, region or pool.</param>
public sealed record Place(PlaceScope Scope, string Name);
