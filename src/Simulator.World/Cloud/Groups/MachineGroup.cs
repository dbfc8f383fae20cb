using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.World.Specification;

namespace Simulator.World.Cloud.Groups;

/// <summary>
/// Machines of one kind that the cloud keeps at a number: a managed instance group of GCE, which lies in one zone, or an auto scaling group
/// of AWS, which spans several.
/// </summary>
public sealed class MachineGroup(string id, NodePoolSpec pool, IReadOnlyList<string> zones)
{
    private readonly List<CloudMachine> _machines = [];

    public string Id => id;

    public NodePoolSpec Pool => pool;

    public IReadOnlyList<string> Zones => zones;

    /// <summary>As an autoscaler is told of it.</summary>
    public NodeGroup Limits { get; } = new(id, pool.Limits!.Min, pool.Limits.Max);

    /// <summary>How many machines it is to have.</summary>
    public int Target { get; internal set; }

    /// <summary>Those that there are or that are waited for, in the order of their requests.</summary>
    public IReadOnlyList<CloudMachine> Machines => _machines;

    /// <summary>The zone with the fewest machines, the first of equals.</summary>
    internal string NextZone => zones.MinBy(zone => _machines.Count(machine => machine.Zone == zone))!;

    internal void Add(CloudMachine machine) => _machines.Add(machine);

    internal void Remove(CloudMachine machine) => _machines.Remove(machine);
}
