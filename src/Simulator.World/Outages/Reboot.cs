using Simulator.World.Nodes;

namespace Simulator.World.Outages;

/// <summary>A machine stops at once and boots.</summary>
internal sealed class Reboot(PowerSwitch power) : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        power.TurnOff(occurrence, node);
        power.Boot(node, () => occurrence.End());
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
    }
}
