using Simulator.World.Network;

namespace Simulator.World.Outages;

/// <summary>Users do not reach the cluster; inside it everything goes on.</summary>
internal sealed class ClusterCut(ClusterNetwork network) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => network.CutFromOutside();

    public void End(Occurrence occurrence) => network.MendFromOutside();
}
