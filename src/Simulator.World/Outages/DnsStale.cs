namespace Simulator.World;

/// <summary>DNS answers with what it knew.</summary>
internal sealed class DnsStale : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Dns.GoStale();

    public void End(Occurrence occurrence) => occurrence.Cluster.Dns.Recover();
}
