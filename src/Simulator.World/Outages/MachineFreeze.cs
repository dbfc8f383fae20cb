using Simulator.Engine;
using Simulator.World.Hosting;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>
/// Machines hang, and the masters of their zone with them. Nothing is lost: when they are back, everything on them goes on where it stood.
/// </summary>
internal sealed class MachineFreeze(
    Simulation simulation, WholeZones zones, IProgramLevers programs, NodeReporter reporter) : INodeTrouble, IPlaceTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        if (node.IsBeating) occurrence.TellDown(node);
        node.Heartbeat.Stop(simulation.Now);
        node.Freeze(simulation.Now);
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
        node.Thaw(simulation.Now);
        reporter.Reconnect(node);
    }

    public void Begin(Occurrence occurrence, Place place)
    {
        foreach (var program in Programs(occurrence, place)) programs.Freeze(program);
    }

    public void End(Occurrence occurrence, Place place)
    {
        foreach (var program in Programs(occurrence, place)) programs.Thaw(program);
    }

    private IEnumerable<string> Programs(Occurrence occurrence, Place place) => zones.In(occurrence.Spec, place).SelectMany(programs.In);
}
