using Simulator.World.Specification;

namespace Simulator.Reports.Measures;

/// <summary>One outage as it happened.</summary>
public sealed class OutageLife
{
    public required int Index { get; init; }

    public required string Cluster { get; init; }

    /// <summary>Zone, rack or node, or "api-server".</summary>
    public required string Target { get; init; }

    public required OutageKind Kind { get; init; }

    public required TimeSpan StartedAt { get; init; }

    /// <summary>Null: it lasted to the end of the run.</summary>
    public TimeSpan? EndedAt { get; internal set; }

    /// <summary>Nodes that it took down.</summary>
    public int Nodes { get; internal set; }

    /// <summary>When the last of them went down: rolling troubles take their time.</summary>
    public TimeSpan LastNodeDownAt { get; internal set; }

    /// <summary>Pods that were bound to them at that moment.</summary>
    public int Pods { get; internal set; }

    /// <summary>Pods that a maintenance deleted from the nodes that it had cordoned, before it took them down.</summary>
    public int Drained { get; internal set; }

    /// <summary>Ready addresses left a service between its start and its recovery or the next outage.</summary>
    public TimeSpan? FirstEndpointsShrunkAt { get; internal set; }

    public TimeSpan? LastEndpointsShrunkAt { get; internal set; }

    /// <summary>Nodes of it that are down while the API still calls them ready.</summary>
    internal int Unnoticed { get; set; }
}
