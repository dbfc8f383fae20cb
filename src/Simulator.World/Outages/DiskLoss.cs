using Simulator.World.Nodes;

namespace Simulator.World.Outages;

/// <summary>A machine stops and boots with an empty disk.</summary>
internal sealed class DiskLoss(PowerSwitch power) : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        power.TurnOff(occurrence, node);
        node.LoseDisk();
        power.Boot(node, () => occurrence.End());
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
    }
}
