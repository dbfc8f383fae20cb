using Simulator.World.Network;

namespace Simulator.World.Outages;

/// <summary>
/// Two zones do not reach each other: requests from one to pods of the other fail. Kubelets go on reaching the API server.
/// </summary>
internal sealed class ZonePartition(ClusterNetwork network) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => network.Cut(occurrence.Spec.Zones!.One, occurrence.Spec.Zones.Other);

    public void End(Occurrence occurrence) => network.Mend(occurrence.Spec.Zones!.One, occurrence.Spec.Zones.Other);
}
