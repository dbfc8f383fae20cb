namespace Simulator.World.Outages;

/// <summary>Image pulls fail.</summary>
internal sealed class RegistryDown : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Registry.GoDown();

    public void End(Occurrence occurrence) => occurrence.Cluster.Registry.ComeUp();
}
