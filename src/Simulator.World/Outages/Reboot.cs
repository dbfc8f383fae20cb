using Simulator.World.Nodes;

namespace Simulator.World.Outages;

/// <summary>A machine stops at once and boots.</summary>
internal sealed class Reboot : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        PowerLoss.TurnOff(occurrence, node);
        occurrence.Cluster.Boot(node, () => occurrence.End());
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
    }
}
