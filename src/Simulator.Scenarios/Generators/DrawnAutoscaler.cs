using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>
/// Every fourth cluster has an autoscaler, of either release, with flags and machines so quick that something happens in a short world.
/// </summary>
internal sealed class DrawnAutoscaler(Dice dice)
{
    public ClusterSpec Over(ClusterSpec cluster)
    {
        if (!dice.Chance(0.25)) return cluster;
        var elastic = cluster with { ControllerManager = cluster.ControllerManager with { CloudProvider = true } };
        return elastic with
        {
            NodePools = [.. elastic.NodePools.Select(pool => Resizable(pool, GroupsOf(pool, elastic)))],
            Autoscaler = Flags(),
            Cloud = elastic.Cloud with { CpuQuota = dice.Chance(0.2) ? dice.Between(40, 200) : 0, CallsPerSecond = dice.Of(0, 0, 1) },
        };
    }

    /// <summary>It stops, or the cloud has no machines in a zone.</summary>
    public IReadOnlyList<OutageSpec> Troubles(ClusterSpec cluster, TimeSpan duration)
    {
        if (cluster.Autoscaler is null || !dice.Chance(0.5)) return [];
        var kind = dice.Of(OutageKind.ClusterAutoscalerDown, OutageKind.OutOfStock);
        return
        [
            new OutageSpec
            {
                Kind = kind,
                At = dice.Seconds(0, (int)duration.TotalSeconds / 2),
                For = dice.Lasting(10, 600),
                Cluster = cluster.Name,
                Where = kind == OutageKind.OutOfStock ? new Place(PlaceScope.Zone, cluster.Zones[0]) : null,
            },
        ];
    }

    private static int GroupsOf(NodePoolSpec pool, ClusterSpec cluster) =>
        cluster.ControllerManager.Cloud == CloudKind.Aws ? 1 : (pool.Zones ?? cluster.Zones).Count;

    /// <summary>A group without a node would never get one.</summary>
    private NodePoolSpec Resizable(NodePoolSpec pool, int groups)
    {
        var most = (pool.Count + groups - 1) / groups;
        var (low, high, life) = (dice.Between(20, 60), dice.Between(60, 120), dice.Between(240, 2400));
        if (pool.Count < groups) return pool;
        return pool with
        {
            Limits = new SizeLimits(dice.Between(1, pool.Count / groups), most + dice.Between(0, 4)),
            StartTime = new Uniform(TimeSpan.FromSeconds(low), TimeSpan.FromSeconds(high)),
            Lifetime = dice.Chance(0.2) ? new Exponential(TimeSpan.FromSeconds(life)) : null,
        };
    }

    private ClusterAutoscalerOptions Flags() => new()
    {
        Version = dice.Of(AutoscalerVersion.V022, AutoscalerVersion.V030),
        ScaleDownDelay = dice.Seconds(30, 300),
        ScaleDownUnneededTime = dice.Seconds(30, 300),
        ScaleDownTrialInterval = dice.Seconds(10, 60),
        Later = dice.Of(
            LaterReleases.None, LaterReleases.None, LaterReleases.GroupsOneByOne, LaterReleases.DrainBeforeRemoval,
            LaterReleases.BinPackingEstimator),
    };
}
