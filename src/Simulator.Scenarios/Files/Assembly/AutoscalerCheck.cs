using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.Scenarios.Files.Drafts;
using Simulator.World.Cloud.Groups;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>What an autoscaler and the pools that it may resize need of each other.</summary>
internal static class AutoscalerCheck
{
    public static void Check(ClusterSpec cluster, Placed<ClusterDraft> placed)
    {
        foreach (var (pool, draft) in cluster.NodePools.Zip(placed.Value.NodePools)) Check(cluster, pool, draft);
        if (cluster.Autoscaler is null) return;
        if (!cluster.ControllerManager.CloudProvider)
        {
            placed.Fields.ErrorAt(
                "controlPlane",
                "a cluster-autoscaler needs the machines of a cloud; allowed with controller-manager: { cloud-provider: gce } or aws");
        }
        if (cluster.NodePools.All(pool => pool.Limits is null))
        {
            placed.Fields.ErrorAt("nodePools", "no pool has min and max, so that the cluster-autoscaler has nothing to resize");
        }
    }

    private static void Check(ClusterSpec cluster, NodePoolSpec pool, Placed<NodePoolSpec> draft)
    {
        if (pool.Limits is not { Min: >= 0 } limits || limits.Max < limits.Min) return;
        var fromZero = cluster.Autoscaler?.Later.HasFlag(LaterReleases.ScaleFromZero) == true;
        if (limits.Min == 0 && !fromZero)
        {
            draft.Fields.ErrorAt(
                "min", "a group of 1.3 cannot be empty (it would never grow again); allowed are whole numbers from 1, and 0 with "
                    + "cluster-autoscaler: { laterReleases: [scaleFromZero] }");
        }

        var zones = pool.Zones ?? cluster.Zones;
        var groups = new GroupTable(cluster with { NodePools = [pool] }).Groups.Count;
        if (zones.Count == 0 || groups == 0) return;
        var (fewest, most) = (pool.Count / groups, (pool.Count + groups - 1) / groups);
        var where = groups > 1 ? $" in each of {groups} zones" : "";
        if (fewest < limits.Min) draft.Fields.ErrorAt("count", $"{pool.Count} nodes are less than the min of {limits.Min}{where}");
        if (most > limits.Max) draft.Fields.ErrorAt("count", $"{pool.Count} nodes are more than the max of {limits.Max}{where}");
    }
}
