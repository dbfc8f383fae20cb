using Simulator.World.Dns;

namespace Simulator.World.Outages;

/// <summary>The cluster's DNS answers with the addresses that it knew when this began.</summary>
internal sealed class DnsStale(ClusterDns dns) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => dns.GoStale();

    public void End(Occurrence occurrence) => dns.Recover();
}
