using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>Machines stop in this moment; when power is back they boot. The masters of a zone stop with it, and so do its disks.</summary>
internal sealed class PowerLoss : INodeTrouble, IPlaceTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node) => TurnOff(occurrence, node);

    public void End(Occurrence occurrence, SimulatedNode node) => occurrence.Cluster.Boot(node);

    public void Begin(Occurrence occurrence, Place place)
    {
        foreach (var zone in ZonesOf(occurrence, place))
        {
            occurrence.Cluster.ControlPlane.LoseZone(zone, nameof(OutageKind.PowerLoss));
            occurrence.Cluster.Cloud.LoseZone(zone);
        }
    }

    public void End(Occurrence occurrence, Place place)
    {
        foreach (var zone in ZonesOf(occurrence, place))
        {
            occurrence.Cluster.ControlPlane.RegainZone(zone);
            occurrence.Cluster.Cloud.RegainZone(zone);
        }
    }

    /// <summary>Masters outside all zones stand in the region: they are lost with it alone.</summary>
    public static IEnumerable<string> ZonesOf(Occurrence occurrence, Place place) => place.Scope switch
    {
        PlaceScope.Zone when occurrence.Spec.Share == 1 => place.Names,
        PlaceScope.Region => [.. occurrence.Cluster.Spec.Zones, ""],
        _ => [],
    };

    /// <summary>A machine that is off already, or cut off, goes down no further for those who watch.</summary>
    public static void TurnOff(Occurrence occurrence, SimulatedNode node)
    {
        node.PowerLosses++;
        if (node.IsBeating || node.PowerLosses == 1) occurrence.TellDown(node);
        occurrence.Cluster.StopBeating(node);
        node.Kubelet.PowerOff();
    }
}
