using Simulator.Api.Words;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Places;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Refuses labels of a pool that its nodes would not have as they are written: the cluster says something else.</summary>
internal static class NodeLabelCheck
{
    public static void Check(ClusterSpec cluster, IReadOnlyList<Placed<NodePoolSpec>> pools)
    {
        foreach (var (placed, pool) in pools.Zip(cluster.NodePools))
        {
            foreach (var (label, wanted, instead) in NodeLabels.Contradictions(cluster, pool).DistinctBy(
                static contradiction => contradiction.Label))
            {
                placed.Fields.ErrorAt(
                    "labels",
                    $"the label {label} cannot be '{Wording.Shortened(wanted)}': nodes of '{pool.Name}' have "
                        + $"'{Wording.Shortened(instead)}' by where they stand and what they are; leave it out");
            }
        }
    }
}
