using Simulator.Engine;

namespace Simulator.World;

/// <summary>The world around stateful applications.</summary>
/// <param name="FailOvers">From which fail-over times are drawn.</param>
public sealed record StateSetting(Simulation Simulation, ObservationLog Log, ClusterNetwork Network, RandomStream FailOvers)
{
    public bool Reaches(string zone, string other) => zone == other || !Network.IsCut(zone, other);
}
