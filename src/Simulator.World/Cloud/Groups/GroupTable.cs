using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Versions;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.World.Cloud.Groups;

/// <summary>The groups of a cluster's pools that may be resized, and which machine is, or was, in which.</summary>
public sealed class GroupTable : INodeGroups
{
    private readonly ClusterSpec _cluster;
    private readonly List<MachineGroup> _groups = [];
    private readonly Dictionary<string, CloudMachine> _machines = new(StringComparer.Ordinal);

    public GroupTable(ClusterSpec cluster)
    {
        _cluster = cluster;
        foreach (var pool in cluster.NodePools.Where(pool => pool.Limits is not null)) _groups.AddRange(GroupsOf(cluster, pool));
        All = [.. _groups.Select(group => group.Limits)];
    }

    public IReadOnlyList<MachineGroup> Groups => _groups;

    /// <inheritdoc/>
    public IReadOnlyList<NodeGroup> All { get; }

    /// <inheritdoc/>
    public NodeGroup? Of(string node) => Machine(node)?.Group.Limits;

    /// <inheritdoc/>
    public Node TemplateOf(NodeGroup group)
    {
        var known = Find(group.Id)!;
        return NodeFactory.Template(_cluster, known.Pool, known.Zones[0]);
    }

    public MachineGroup? Find(string id) => _groups.Find(group => group.Id == id);

    /// <summary>Also one that is gone; null if it is in no group.</summary>
    public CloudMachine? Machine(string name) => _machines.GetValueOrDefault(name);

    internal void Add(CloudMachine machine)
    {
        machine.Group.Add(machine);
        _machines.Add(machine.Name, machine);
    }

    /// <summary>The group that a machine of the start belongs to.</summary>
    internal MachineGroup? GroupFor(string pool, string zone) =>
        _groups.Find(group => group.Pool.Name == pool && group.Zones.Contains(zone));

    /// <summary>A pool with one zone is a group of its name; with several, on GCE, each zone has its own.</summary>
    private static IEnumerable<MachineGroup> GroupsOf(ClusterSpec cluster, NodePoolSpec pool)
    {
        var zones = pool.Zones ?? cluster.Zones;
        return zones.Count == 1 || cluster.ControllerManager.Cloud == CloudKind.Aws
            ? [new MachineGroup(pool.Name, pool, zones)]
            : zones.Select(zone => new MachineGroup($"{pool.Name}-{zone}", pool, [zone]));
    }
}
