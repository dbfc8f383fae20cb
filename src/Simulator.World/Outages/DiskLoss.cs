using Simulator.World.Nodes;

namespace Simulator.World.Outages;

/// <summary>A machine stops and boots with an empty disk.</summary>
internal sealed class DiskLoss : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        PowerLoss.TurnOff(occurrence, node);
        node.LoseDisk();
        occurrence.Cluster.Boot(node, () => occurrence.End());
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
    }
}
