namespace Simulator.World;

/// <summary>Nodes of two zones cannot reach each other; the control plane reaches both.</summary>
internal sealed class ZonePartition : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Network.Cut(occurrence.Spec.Zones!.One, occurrence.Spec.Zones.Other);

    public void End(Occurrence occurrence) => occurrence.Cluster.Network.Mend(occurrence.Spec.Zones!.One, occurrence.Spec.Zones.Other);
}
