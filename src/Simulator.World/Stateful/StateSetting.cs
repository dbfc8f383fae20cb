using Simulator.Engine;
using Simulator.World.Network;
using Simulator.World.Observations;

namespace Simulator.World.Stateful;

/// <summary>The world around stateful applications.</summary>
/// <param name="FailOvers">From which fail-over times are drawn.</param>
public sealed record StateSetting(Simulation Simulation, ObservationLog Log, ClusterNetwork Network, RandomStream FailOvers)
{
    public bool Reaches(string zone, string other) => zone == other || !Network.IsCut(zone, other);
}
