using Simulator.World.Dns;

namespace Simulator.World.Outages;

/// <summary>Nobody is told an address; who holds an answer keeps it for as long as it may be kept.</summary>
internal sealed class NameServersDown(NameServers dns) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => dns.GoDown();

    public void End(Occurrence occurrence) => dns.ComeUp();
}
