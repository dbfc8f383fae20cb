namespace Simulator.World;

internal sealed class ApiServerDown : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.StopApiServer();

    public void End(Occurrence occurrence) => occurrence.Cluster.StartApiServer();
}
