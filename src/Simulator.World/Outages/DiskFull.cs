using Simulator.World.Nodes;

namespace Simulator.World.Outages;

/// <summary>The disk of a machine is full.</summary>
internal sealed class DiskFull : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node) => node.FillDisk();

    public void End(Occurrence occurrence, SimulatedNode node) => node.FreeDisk();
}
