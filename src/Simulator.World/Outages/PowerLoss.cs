using Simulator.World.Cloud;
using Simulator.World.Hosting;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>Machines stop in this moment; when power is back they boot. The masters of a zone stop with it, and so do its disks.</summary>
internal sealed class PowerLoss(
    PowerSwitch power, WholeZones zones, IProgramLevers programs, IZonePower disks) : INodeTrouble, IPlaceTrouble
{
    public void Begin(Occurrence occurrence, SimulatedNode node) => power.TurnOff(occurrence, node);

    public void End(Occurrence occurrence, SimulatedNode node) => power.Boot(node);

    public void Begin(Occurrence occurrence, Place place)
    {
        foreach (var zone in zones.In(occurrence.Spec, place))
        {
            programs.LoseZone(zone, nameof(OutageKind.PowerLoss));
            disks.LoseZone(zone);
        }
    }

    public void End(Occurrence occurrence, Place place)
    {
        foreach (var zone in zones.In(occurrence.Spec, place))
        {
            programs.RegainZone(zone);
            disks.RegainZone(zone);
        }
    }
}
