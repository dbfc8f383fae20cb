namespace Simulator.Studies.Risk.Troubles;

/// <summary>What one trouble strikes as a whole; each of them fails on its own, independently of the others.</summary>
public enum TroublePer
{
    Node,
    Rack,
    PowerUnit,
    Zone,

    /// <summary>All clusters of a region, control planes included.</summary>
    Region,

    /// <summary>Two zones that no longer reach each other.</summary>
    ZonePair,

    /// <summary>One instance of a program of the control plane.</summary>
    Instance,

    /// <summary>A cluster, or all instances of one of its programs.</summary>
    Cluster,

    /// <summary>What all clusters of a federation share.</summary>
    Federation,
}
