namespace Simulator.World;

/// <summary>No image can be pulled, no new pod is accepted, and the node says so.</summary>
internal sealed class DiskFull : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node) => node.FillDisk();

    public void End(Occurrence occurrence, SimulatedNode node) => node.FreeDisk();
}
