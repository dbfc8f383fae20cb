using Simulator.World.Dns;
using Simulator.World.Federation;
using Simulator.World.Network;

namespace Simulator.World.Outages;

/// <summary>The levers of what all clusters of a federation share.</summary>
internal sealed record FederationLevers
{
    public required SimulatedFederation Federation { get; init; }

    public required RegionNetwork Network { get; init; }

    public required NameServers NameServers { get; init; }
}
