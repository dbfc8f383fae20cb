namespace Simulator.World.Outages;

/// <summary>The cloud has no machines to give.</summary>
internal sealed class OutOfStock : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Cloud.RunOut();

    public void End(Occurrence occurrence) => occurrence.Cluster.Cloud.Restock();
}
