using Simulator.World.Federation;

namespace Simulator.World.Outages;

/// <summary>Each change of a record takes so many times as long.</summary>
internal sealed class DnsProviderSlow(DnsProvider provider) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => provider.SlowDown(occurrence.Spec.Factor);

    public void End(Occurrence occurrence) => provider.EndSlowDown(occurrence.Spec.Factor);
}
