using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>
/// The nodes of a cluster, for checks that hold names against them. The only place here that makes them: a cluster of which a part was
/// refused has no nodes to hold anything against, and one that asks for too many is refused before they are made.
/// </summary>
internal static class ClusterPlaces
{
    /// <summary>Beyond this a run would exhaust the machine's memory before it says anything.</summary>
    public const int NodesMax = 100_000;

    /// <summary>Pool by pool; null if they cannot be known.</summary>
    public static IEnumerable<NodeFactory.Placed>? NodesOf(ClusterSpec cluster) =>
        AreKnown(cluster) ? NodeFactory.NodesOf(cluster) : null;

    /// <summary>Names of the places of a scope; none if they cannot be known.</summary>
    public static IEnumerable<string> NamesOf(PlaceScope scope, ClusterSpec cluster) =>
        NodesOf(cluster)?.Select(placed => placed.NameOf(scope)).Distinct(StringComparer.Ordinal) ?? [];

    public static long Count(IEnumerable<NodePoolSpec> pools) => pools.Sum(pool => (long)pool.Count);

    /// <summary>Refused are a list of zones that is empty, and a pool's count that is none.</summary>
    private static bool AreKnown(ClusterSpec cluster) => cluster.Zones.Count > 0
        && cluster.NodePools.Count > 0
        && cluster.NodePools.All(pool => (pool.Count > 0 || pool.Limits is not null) && pool.Zones is not { Count: 0 })
        && Count(cluster.NodePools) <= NodesMax;
}
