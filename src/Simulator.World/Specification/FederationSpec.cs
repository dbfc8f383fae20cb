using Simulator.ControlPlane.Federation;
using Simulator.Engine;

namespace Simulator.World.Specification;

/// <summary>Clusters joined into one, and the control plane that holds them together.</summary>
public sealed record FederationSpec
{
    /// <summary>What stands for the name of a cluster in observations and operations of its control plane.</summary>
    public const string Site = "federation";

    /// <summary>--federation-name</summary>
    public required string Name { get; init; }

    /// <summary>--zone-name: the managed zone in which its DNS names lie, for example "example.com".</summary>
    public required string Domain { get; init; }

    /// <summary>Names of the clusters that belong to it at the start, in order of name.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Cluster in which its control plane runs, and whose end is its own; "" = a place of its own.</summary>
    public string Home { get; init; } = "";

    public FederationMode Mode { get; init; } = FederationMode.Measured;

    public FederationOptions ControllerManager { get; init; } = new();

    public ApiServerOptions ApiServer { get; init; } = new();

    public DnsProviderOptions Dns { get; init; } = new();

    /// <summary>Its own objects: Services, ReplicaSets, Clusters that join later.</summary>
    public IReadOnlyList<WorkloadSpec> Workloads { get; init; } = [];
}

public enum FederationMode
{
    /// <summary>As 1.3.10 does it: a cluster that cannot be reached stays in DNS.</summary>
    Measured,

    /// <summary>
    /// As its announcement promised: a cluster that the health check does not reach leaves DNS, and comes back when it is.
    /// </summary>
    AsDocumented,
}

/// <summary>The pace of the DNS provider.</summary>
public sealed record DnsProviderOptions
{
    /// <summary>
    /// Of each call; a sync of one name makes three or four, one after the other (federation/pkg/dnsprovider: no GET, no transaction).
    /// </summary>
    public IDistribution Latency { get; init; } = new Constant(TimeSpan.FromMilliseconds(100));
}
