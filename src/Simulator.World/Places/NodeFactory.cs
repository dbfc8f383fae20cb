using System.Globalization;
using System.Runtime.CompilerServices;
using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.World.Specification;

namespace Simulator.World.Places;

/// <summary>Makes the Node objects of a cluster from its pools.</summary>
public static class NodeFactory
{
    /// <summary>What each kubelet says at first: one list for all of one version.</summary>
    private static readonly ConditionalWeakTable<KubeletRules, NodeCondition[]> Healthy = [];

    private static readonly ConditionalWeakTable<KubeletRules, ConditionalWeakTable<ResourceList, ResourceList>> Disks = [];

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

    private static readonly ConditionalWeakTable<ClusterSpec, Placed[]> Known = [];

    /// <summary>
    /// All nodes of a cluster, pool by pool; node i of a pool goes to zone i mod n. Made once: runs of one cluster share them.
    /// </summary>
    public static IReadOnlyList<Placed> NodesOf(ClusterSpec cluster) => Known.GetValue(cluster, static spec => [.. Made(spec)]);

    /// <summary>From now on a cluster has the instances of another one, whose nodes are the same.</summary>
    public static void Share(ClusterSpec cluster, ClusterSpec other) => Known.AddOrUpdate(cluster, (Placed[])NodesOf(other));

    private static IEnumerable<Placed> Made(ClusterSpec cluster)
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
                    Make(cluster, pool, NameOf(pool, i), zone, HostnameOf(pool, i)), pool.Name, zone, Numbered(zone, 'r', rack),
                    Numbered(zone, 'p', rack / pool.RacksPerPowerUnit));
            }
        }
    }

    /// <summary>
    /// A node that joins later, as its kubelet registers it: not Ready until it has looked at its runtime and network.
    /// </summary>
    /// <param name="name">As <see cref="NameOf"/> makes it, of an index that no machine had before.</param>
    /// <param name="numberInZone">From 1, counting all that stood in the zone before.</param>
    public static Placed Joining(ClusterSpec cluster, NodePoolSpec pool, string name, string zone, int numberInZone, Instant now)
    {
        var node = Make(cluster, pool, name, zone);
        var rack = (numberInZone - 1) / pool.NodesPerRack;
        var second = now.TruncatedToSecond;
        return new Placed(
            node with
            {
                Metadata = node.Metadata with { CreationTimestamp = second },
                Status = node.Status with { Conditions = [.. HealthyIn(cluster).Select(said => Young(said, second))] },
            },
            pool.Name, zone, Numbered(zone, 'r', rack), Numbered(zone, 'p', rack / pool.RacksPerPowerUnit));
    }

    /// <summary>A node as it is when it is Ready, for who has to know it before it is there.</summary>
    public static Node Template(ClusterSpec cluster, NodePoolSpec pool, string zone) => Make(cluster, pool, $"{pool.Name}-template", zone);

    private static NodeCondition Young(NodeCondition said, Instant second) =>
        said.Type == NodeConditionType.Ready
            ? new NodeCondition(said.Type, ConditionStatus.False, "KubeletNotReady", second, second)
            : said with { LastHeartbeatTime = second, LastTransitionTime = second };

    private static NodeCondition[] HealthyIn(ClusterSpec cluster) => Healthy.GetValue(
        cluster.Version.Kubelet, static rules => [.. rules.Conditions.Select(said => Said(said.Type, said.Healthy, said.Reason))]);

    private static NodeCondition Said(string type, ConditionStatus status, string reason) =>
        new(type, status, reason, ClusterSpec.LongAgo, ClusterSpec.LongAgo);

    private static string Numbered(string zone, char letter, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{zone}-{letter}{index + 1:D2}");

    private static string? HostnameOf(NodePoolSpec pool, int index) => index < pool.Hostnames?.Count ? pool.Hostnames[index] : null;

    private static Node Make(ClusterSpec cluster, NodePoolSpec pool, string name, string zone, string? hostname = null)
    {
        return new Node
        {
            Metadata = new ObjectMeta
            {
                Name = name,
                Uid = $"node-{name}",
                Labels = ModernLabels.AddTo(NodeLabels.Of(cluster, pool, name, zone, hostname), cluster, pool, zone),
                CreationTimestamp = ClusterSpec.LongAgo,
            },
            Spec = new NodeSpec
            {
                Taints = pool.Taints.Count > 0 ? new Parsed<IReadOnlyList<Taint>>(pool.Taints) : default,
                Unschedulable = pool.Cordoned.Contains(name),
            },
            Status = new NodeStatus
            {
                Capacity = WithDisk(pool.Capacity, cluster),
                Allocatable = WithDisk(pool.Allocatable ?? pool.Capacity, cluster),
                Conditions = HealthyIn(cluster),
                KubeletVersion = cluster.Version.Kubelet.Version,
            },
        };
    }

    /// <summary>One list for all nodes of a pool.</summary>
    private static ResourceList WithDisk(ResourceList amounts, ClusterSpec cluster)
    {
        if (cluster.Version.Kubelet.EphemeralStorage is not { } bytes) return amounts;
        if (amounts.TryGet(ResourceNames.EphemeralStorage, out _)) return amounts;
        return Disks.GetOrCreateValue(cluster.Version.Kubelet).GetValue(amounts, list => ResourceList.Of(
            [.. list.Amounts, KeyValuePair.Create(ResourceNames.EphemeralStorage, Quantity.FromUnits(bytes))]));
    }

    /// <summary>Those without a name of their own are numbered, with enough digits that name order is number order.</summary>
    public static string NameOf(NodePoolSpec pool, int index)
    {
        if (index < pool.Names?.Count) return pool.Names[index];
        var digits = Math.Max(4, Math.Max(pool.Count, pool.Limits?.Max ?? 0).ToString(CultureInfo.InvariantCulture).Length);
        return $"{pool.Name}-{(index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}";
    }
}
