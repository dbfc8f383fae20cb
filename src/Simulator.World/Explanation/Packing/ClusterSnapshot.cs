using Simulator.Api;
using Simulator.World.Specification;
using Simulator.World.Views;

namespace Simulator.World.Explanation.Packing;

/// <summary>
/// What a cluster's store held at one moment. Nothing changes it, so that many may ask at once what could be placed in it.
/// </summary>
public sealed class ClusterSnapshot
{
    /// <summary>What admission and the scheduler look at, besides nodes and pods; what admission depends on comes first.</summary>
    private static readonly string[] Kinds =
    [
        "Namespace", "LimitRange", "PriorityClass", "StorageClass", "ServiceAccount", "ResourceQuota", "Service", "ReplicationController",
        "ReplicaSet", "PetSet", "CSINode", "PodDisruptionBudget", "PersistentVolume", "PersistentVolumeClaim",
    ];

    private readonly Dictionary<string, string> _racks;

    private ClusterSnapshot(IClusterView cluster)
    {
        Spec = cluster.Spec;
        Objects = [.. Kinds.SelectMany(cluster.Store.List)];
        Nodes = [.. cluster.Store.List("Node").Cast<Node>()];
        Pods = [.. cluster.Store.List("Pod").Cast<Pod>().Where(pod => !pod.IsFinished)];
        _racks = Nodes.ToDictionary(node => node.Name, node => cluster.Machine(node.Name)?.Rack ?? "", StringComparer.Ordinal);
    }

    public ClusterSpec Spec { get; }

    /// <summary>Nodes that have an object.</summary>
    public int NodeCount => Nodes.Count;

    /// <summary>Pods that have not finished, placed or not.</summary>
    public int PodCount => Pods.Count;

    /// <summary>In name order.</summary>
    public IEnumerable<string> NodeNames => Nodes.Select(node => node.Name);

    /// <summary>In name order.</summary>
    internal IReadOnlyList<Node> Nodes { get; }

    /// <summary>Those that have not finished, in name order.</summary>
    internal IReadOnlyList<Pod> Pods { get; }

    internal IReadOnlyList<ApiObject> Objects { get; }

    /// <summary>Taken now; the cluster may go on.</summary>
    public static ClusterSnapshot Of(IClusterView cluster) => new(cluster);

    /// <summary>Name of the zone, rack, pool or node itself that a node stands in; "" if nobody says.</summary>
    internal string PlaceOf(Node node, PlaceScope scope) => scope switch
    {
        PlaceScope.Zone => node.Metadata.Labels.ValueOrEmpty(WellKnownLabels.Zone),
        PlaceScope.Rack => _racks[node.Name],
        PlaceScope.Pool => PoolOf(node.Name),
        _ => node.Name,
    };

    /// <summary>Nodes are named by their pools or after them; "" for another.</summary>
    public string PoolOf(string node) => Spec.NodePools.FirstOrDefault(pool => pool.Names?.Contains(node) == true)?.Name ?? Spec.NodePools
        .Select(pool => pool.Name)
        .Where(pool => node.StartsWith(pool + "-", StringComparison.Ordinal))
        .MaxBy(pool => pool.Length) ?? "";
}
