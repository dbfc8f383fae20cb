namespace Simulator.World;

/// <summary>One trouble: what happens to whom, when, and for how long.</summary>
public sealed record OutageSpec
{
    public required OutageKind Kind { get; init; }

    public required TimeSpan At { get; init; }

    /// <summary>Null: it lasts to the end of the run.</summary>
    public TimeSpan? For { get; init; }

    public required string Cluster { get; init; }

    /// <summary>Exactly one of zone, rack and node is set, none for an outage of the API server.</summary>
    public string? Zone { get; init; }

    /// <summary>Rack name, <c>ZONE-rNN</c>.</summary>
    public string? Rack { get; init; }

    public string? Node { get; init; }
}

public enum OutageKind
{
    /// <summary>The machines stop at once; with a duration they boot again at its end.</summary>
    PowerLoss,

    /// <summary>A machine stops at once and its kubelet comes back after a boot (its containers restart).</summary>
    Reboot,

    /// <summary>The kubelet cannot reach the API server (nor be reached); its pods go on serving.</summary>
    NetworkCut,

    /// <summary>The API server answers nobody.</summary>
    ApiServerDown,
}
