namespace Simulator.World.Outages;

/// <summary>The cloud's API answers nobody.</summary>
internal sealed class CloudDown : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Cloud.GoDown();

    public void End(Occurrence occurrence) => occurrence.Cluster.Cloud.ComeUp();
}
