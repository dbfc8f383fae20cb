namespace Simulator.World;

/// <summary>The disk is replaced by an empty one: all containers start again, from images that have to be pulled.</summary>
internal sealed class DiskLoss : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node)
    {
        node.LoseDisk();
        occurrence.End();
    }

    public void End(Occurrence occurrence, SimulatedNode node)
    {
    }
}
