using Simulator.Engine;

namespace Simulator.World;

/// <summary>What the parts of a hosted program need of the world.</summary>
/// <param name="Name">Whose watches and calls these are: "controller-manager-0/endpoint-controller".</param>
/// <param name="WatchTimeouts">Stream of the moments at which watches are closed and opened again.</param>
internal sealed record Hosted(
    string Name, Simulation Simulation, SimulatedApiServer Server, SimulatedCloud Cloud, LatencyModel Latency, ObservationLog Log, TimeSpan MinRequestTimeout, RandomStream WatchTimeouts);
