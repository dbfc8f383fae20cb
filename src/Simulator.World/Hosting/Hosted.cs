using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Cloud;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>What the parts of a hosted program need of the world.</summary>
/// <param name="Name">Whose watches and calls these are: "controller-manager-0/endpoint-controller".</param>
/// <param name="Cloud">Null: there is none under it.</param>
/// <param name="StreamOf">The cluster's stream of a name: each program has its own, so that the troubles of one do not redraw
/// another's.</param>
internal sealed record Hosted(
    string Name,
    Simulation Simulation,
    SimulatedApiServer Server,
    SimulatedCloud? Cloud,
    LatencyModel Latency,
    ObservationLog Log,
    TimeSpan MinRequestTimeout,
    Func<string, RandomStream> StreamOf)
{
    /// <summary>Of the process that runs the parts.</summary>
    public Pulse Pulse { get; private init; } = new();

    /// <summary>The same for a process of its own.</summary>
    public Hosted For(string program) => this with { Name = program, Pulse = new Pulse() };

    /// <summary>The order of the maps of one program or controller.</summary>
    public IMapOrder MapOrderOf(string component) => new DrawnMapOrder(StreamOf($"map-order/{component}"));
}
