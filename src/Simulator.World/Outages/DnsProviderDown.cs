using Simulator.World.Federation;

namespace Simulator.World.Outages;

/// <summary>No record can be changed; those that are there are told on.</summary>
internal sealed class DnsProviderDown(DnsProvider provider) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => provider.GoDown();

    public void End(Occurrence occurrence) => provider.ComeUp();
}
