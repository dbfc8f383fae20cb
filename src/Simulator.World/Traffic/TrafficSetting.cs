using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Dns;
using Simulator.World.Network;
using Simulator.World.Nodes;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Traffic;

/// <summary>The world around requests: where they enter, and what stands in their way.</summary>
internal sealed record TrafficSetting(
    Simulation Simulation, ObservationLog Log, ObjectStore Store, Topology Topology, ClusterNetwork Network, ClusterDns Dns)
{
    /// <summary>Requests of which others say how many come.</summary>
    public IReadOnlyList<TrafficSpec> Doors { get; init; } = [];

    /// <summary>What traffic leaves to chance, by name.</summary>
    public required Func<string, RandomStream> Stream { get; init; }

    /// <summary>How often it is told what CPU pods use.</summary>
    public required TimeSpan UsageStep { get; init; }
}
