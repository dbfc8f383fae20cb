using Simulator.World.Network;

namespace Simulator.World.Outages;

/// <summary>Nothing comes through the load balancers of a cluster, or of one of its services; their addresses stay known.</summary>
internal sealed class BalancerLost(ClusterNetwork network) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => network.LoseBalancer(occurrence.Spec.Service);

    public void End(Occurrence occurrence) => network.RegainBalancer(occurrence.Spec.Service);
}
