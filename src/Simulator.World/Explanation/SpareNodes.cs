using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Explanation;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.World.Explanation;

/// <summary>One node more of each pool in each of its zones: as its first node there, under a name of its own.</summary>
internal static class SpareNodes
{
    public static IReadOnlyList<SpareNode> Of(ClusterSpec cluster)
    {
        var types = cluster.NodePools.ToDictionary(pool => pool.Name, pool => pool.MachineType, StringComparer.Ordinal);
        return
        [
            .. NodeFactory.NodesOf(cluster)
                .DistinctBy(placed => (placed.Pool, placed.Zone))
                .Select(placed => new SpareNode(TitleOf(placed.Pool, types[placed.Pool]), placed.Zone, Renamed(placed.Node))),
        ];
    }

    private static string TitleOf(string pool, string machineType) =>
        machineType.Length > 0 ? $"node of pool {pool} ({machineType})" : $"node of pool {pool}";

    private static Node Renamed(Node node)
    {
        var name = $"{node.Name}-more";
        return node with
        {
            Metadata = node.Metadata with { Name = name, Labels = node.Metadata.Labels.With(WellKnownLabels.Hostname, name) },
        };
    }
}
