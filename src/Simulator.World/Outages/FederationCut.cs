using Simulator.World.Network;

namespace Simulator.World.Outages;

/// <summary>The federation does not reach the cluster's API server; users reach its services.</summary>
internal sealed class FederationCut(ClusterNetwork network) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => network.CutFromFederation();

    public void End(Occurrence occurrence) => network.MendFromFederation();
}
