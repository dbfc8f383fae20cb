using System.Globalization;
using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.World.Places;

/// <summary>Makes the Node objects of a cluster from its pools.</summary>
public static class NodeFactory
{
    /// <summary>What each kubelet says at first: one list for all.</summary>
    private static readonly NodeCondition[] Healthy =
    [
        Said(NodeConditionType.OutOfDisk, ConditionStatus.False, "KubeletHasSufficientDisk"),
        Said(NodeConditionType.MemoryPressure, ConditionStatus.False, "KubeletHasSufficientMemory"),
        Said(NodeConditionType.Ready, ConditionStatus.True, "KubeletReady"),
    ];

    /// <summary>A node object with its place.</summary>
    public readonly record struct Placed(Node Node, string Pool, string Zone, string Rack, string PowerUnit)
    {
        /// <summary>Name of the place of this scope that it stands in.</summary>
        public string NameOf(PlaceScope scope) => scope switch
        {
            PlaceScope.Rack => Rack,
            PlaceScope.PowerUnit => PowerUnit,
            PlaceScope.Zone => Zone,
            PlaceScope.Pool => Pool,
            _ => Node.Name,
        };
    }

    /// <summary>All nodes of a cluster, pool by pool; node i of a pool goes to zone i mod n.</summary>
    public static IEnumerable<Placed> NodesOf(ClusterSpec cluster)
    {
        var inZone = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var pool in cluster.NodePools)
        {
            var zones = pool.Zones ?? cluster.Zones;
            for (var i = 0; i < pool.Count; i++)
            {
                var zone = zones[i % zones.Count];
                var number = inZone[zone] = inZone.GetValueOrDefault(zone) + 1;
                var rack = (number - 1) / pool.NodesPerRack;
                yield return new Placed(
                    Make(cluster, pool, i, zone), pool.Name, zone, Numbered(zone, 'r', rack),
                    Numbered(zone, 'p', rack / pool.RacksPerPowerUnit));
            }
        }
    }

    private static NodeCondition Said(string type, ConditionStatus status, string reason) =>
        new(type, status, reason, ClusterSpec.LongAgo, ClusterSpec.LongAgo);

    private static string Numbered(string zone, char letter, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{zone}-{letter}{index + 1:D2}");

    private static Node Make(ClusterSpec cluster, NodePoolSpec pool, int index, string zone)
    {
        var name = NameOf(pool, index);
        return new Node
        {
            Metadata = new ObjectMeta
            {
                Name = name,
                Uid = $"node-{name}",
                Labels = ModernLabels.AddTo(NodeLabels.Of(cluster, pool, name, zone), cluster, pool, zone),
                CreationTimestamp = ClusterSpec.LongAgo,
            },
            Spec = new NodeSpec { Taints = pool.Taints.Count > 0 ? new Parsed<IReadOnlyList<Taint>>(pool.Taints) : default },
            Status = new NodeStatus
            {
                Capacity = pool.Capacity,
                Allocatable = pool.Allocatable ?? pool.Capacity,
                Conditions = Healthy,
                KubeletVersion = "v1.3.10",
            },
        };
    }

    /// <summary>Numbered with enough digits that name order is number order.</summary>
    private static string NameOf(NodePoolSpec pool, int index)
    {
        var digits = Math.Max(4, pool.Count.ToString(CultureInfo.InvariantCulture).Length);
        return $"{pool.Name}-{(index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}";
    }
}
