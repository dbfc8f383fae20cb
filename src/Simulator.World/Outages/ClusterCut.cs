namespace Simulator.World.Outages;

/// <summary>Users do not reach the cluster; inside it everything goes on.</summary>
internal sealed class ClusterCut : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Network.CutFromOutside();

    public void End(Occurrence occurrence) => occurrence.Cluster.Network.MendFromOutside();
}
