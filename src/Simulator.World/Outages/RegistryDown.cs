namespace Simulator.World;

/// <summary>No image can be pulled.</summary>
internal sealed class RegistryDown : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Registry.GoDown();

    public void End(Occurrence occurrence) => occurrence.Cluster.Registry.ComeUp();
}
