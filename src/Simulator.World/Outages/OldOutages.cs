using Simulator.Engine;
using Simulator.World.Cloud;
using Simulator.World.Nodes;
using Simulator.World.Operations;
using Simulator.World.Specification;

namespace Simulator.World.Outages;

/// <summary>Machines that have been without power since long before the run: they are made so, and boot when power is back.</summary>
internal sealed class OldOutages(Simulation simulation, RandomStreams streams, Timetable timetable)
{
    private readonly List<(OutageSpec Outage, List<string> Machines)> _all = [];

    /// <summary>Names of the machines of a cluster that are down from the start.</summary>
    public IReadOnlySet<string> Draw(Scenario scenario, ClusterSpec cluster)
    {
        var down = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < scenario.Outages.Count; i++)
        {
            if (scenario.Outages[i] is not { IsOld: true } outage || outage.Cluster != cluster.Name) continue;
            var machines = OutageTargets.DownFromTheStart(cluster, outage, streams[$"outage-{i}"]);
            machines.RemoveAll(machine => !down.Add(machine));
            _all.Add((outage, machines));
        }

        return down;
    }

    /// <summary>
    /// Plans the return of power to the machines of a cluster; <see cref="OutageSpec.For"/> counts from the start of the run.
    /// </summary>
    public void Schedule(string cluster, Topology topology, PowerSwitch power, IZonePower disks)
    {
        foreach (var (outage, machines) in _all.Where(old => old.Outage.Cluster == cluster))
        {
            var zones = outage is { Where: { Scope: PlaceScope.Zone } place, Share: 1 } ? place.Names : [];
            foreach (var zone in zones) disks.LoseZone(zone);
            if (outage.For?.Sample(streams[$"old-outage/{outage.Cluster}/{outage.Target}"]) is not { } lasting) continue;
            simulation.ScheduleAt(lasting, () =>
            {
                foreach (var zone in zones) disks.RegainZone(zone);
                foreach (var machine in machines) power.Boot(topology.Find(machine)!);
                timetable.OutageEnded(outage.Name);
            });
        }
    }
}
