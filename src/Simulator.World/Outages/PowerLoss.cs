namespace Simulator.World;

/// <summary>Machines stop in this moment; when power is back they boot.</summary>
internal sealed class PowerLoss : INodeTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node) => TurnOff(occurrence, node);

    public void End(Occurrence occurrence, SimulatedNode node) => occurrence.Cluster.Boot(node);

    /// <summary>A machine that is off already, or cut off, goes down no further for those who watch.</summary>
    public static void TurnOff(Occurrence occurrence, SimulatedNode node)
    {
        node.PowerLosses++;
        if (node.IsBeating || node.PowerLosses == 1) occurrence.TellDown(node);
        occurrence.Cluster.StopBeating(node);
        node.Kubelet.PowerOff();
    }
}
