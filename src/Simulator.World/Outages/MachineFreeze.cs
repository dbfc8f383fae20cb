using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>Machines hang, and the masters of their zone with them. Nothing is lost: when they are back, everything on them goes on where it stood.</summary>
internal sealed class MachineFreeze : INodeTrouble, IPlaceTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        if (node.IsBeating) occurrence.TellDown(node);
        occurrence.Cluster.StopBeating(node);
        node.Freeze(occurrence.Cluster.Simulation.Now);
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
        node.Thaw(occurrence.Cluster.Simulation.Now);
        occurrence.Cluster.Reporter.Reconnect(node);
    }

    public void Begin(Occurrence occurrence, Place place)
    {
        foreach (var program in Programs(occurrence, place)) occurrence.Cluster.ControlPlane.Freeze(program);
    }

    public void End(Occurrence occurrence, Place place)
    {
        foreach (var program in Programs(occurrence, place)) occurrence.Cluster.ControlPlane.Thaw(program);
    }

    private static IEnumerable<string> Programs(Occurrence occurrence, Place place) => PowerLoss.ZonesOf(occurrence, place).SelectMany(occurrence.Cluster.ControlPlane.In);
}
