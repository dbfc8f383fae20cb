using Simulator.Api.Documents;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>What a whole scenario asks for, its clusters together: none of it is made before it was counted.</summary>
internal static class DemandCheck
{
    public static void CheckNodes(IReadOnlyList<Placed<ClusterDraft>> clusters, FieldReader scenario)
    {
        var nodes = clusters.Sum(cluster => ClusterPlaces.Count(cluster.Value.NodePools.Select(pool => pool.Value)));
        if (nodes <= ClusterPlaces.NodesMax) return;
        var sentence = $"asks for {nodes:N0} nodes; allowed are at most {ClusterPlaces.NodesMax:N0} in a scenario";
        if (clusters.Count == 1) clusters[0].Fields.ErrorAt("nodePools", sentence);
        else scenario.ErrorAt("clusters", sentence);
    }

    /// <summary>A cluster that asks for too many by itself has been told so, if operations are not needed for it.</summary>
    public static void CheckPods(IReadOnlyList<ClusterSpec> clusters, IReadOnlyList<OperationSpec> operations, FieldReader scenario)
    {
        if (clusters.Any(cluster => PodCount.WithAutoscalers(cluster, []) > PodCount.Max)) return;
        var pods = clusters.Sum(cluster => PodCount.WithAutoscalers(cluster, operations));
        if (pods <= PodCount.Max) return;
        scenario.ErrorAt(
            operations.Count > 0 ? "operations" : "clusters",
            "with workloads and operations the scenario "
                + PodCount.TooMany(pods, clusters.Sum(cluster => PodCount.Of(cluster, operations))));
    }
}
