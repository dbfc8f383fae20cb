namespace Simulator.World.Outages;

/// <summary>The cluster's DNS answers with the addresses that it knew when this began.</summary>
internal sealed class DnsStale : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Dns.GoStale();

    public void End(Occurrence occurrence) => occurrence.Cluster.Dns.Recover();
}
