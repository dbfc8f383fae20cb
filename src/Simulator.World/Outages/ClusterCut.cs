namespace Simulator.World;

/// <summary>Nobody reaches the cluster from outside.</summary>
internal sealed class ClusterCut : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Network.CutFromOutside();

    public void End(Occurrence occurrence) => occurrence.Cluster.Network.MendFromOutside();
}
