namespace Simulator.World.Outages;

/// <summary>Two zones do not reach each other: requests from one to pods of the other fail. Kubelets go on reaching the API server.</summary>
internal sealed class ZonePartition : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Network.Cut(occurrence.Spec.Zones!.One, occurrence.Spec.Zones.Other);

    public void End(Occurrence occurrence) => occurrence.Cluster.Network.Mend(occurrence.Spec.Zones!.One, occurrence.Spec.Zones.Other);
}
