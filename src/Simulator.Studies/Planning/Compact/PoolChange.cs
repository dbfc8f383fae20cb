using Simulator.Reports.Measures.Money;
using Simulator.World.Explanation.Packing;

namespace Simulator.Studies.Planning.Compact;

/// <summary>Machines of a pool before and after.</summary>
/// <param name="PricePerHour">US dollars for one with its disk; null if nobody says.</param>
public sealed record PoolChange(string Pool, string MachineType, int Now, int Then, double? PricePerHour)
{
    internal static IReadOnlyList<PoolChange> AllOf(ClusterSnapshot cluster, IReadOnlySet<string> removed)
    {
        var nodes = cluster.NodeNames.GroupBy(cluster.PoolOf, StringComparer.Ordinal)
            .ToDictionary(pool => pool.Key, pool => pool.ToList(), StringComparer.Ordinal);
        return
        [
            .. cluster.Spec.NodePools.Where(pool => nodes.ContainsKey(pool.Name)).Select(pool => new PoolChange(
                pool.Name,
                pool.MachineType,
                nodes[pool.Name].Count,
                nodes[pool.Name].Count(node => !removed.Contains(node)),
                new PoolLife(cluster.Spec.Name, pool).PricePerHour)),
        ];
    }
}
