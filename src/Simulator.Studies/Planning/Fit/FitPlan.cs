using Simulator.World.Explanation.Packing;
using Simulator.World.Specification;

namespace Simulator.Studies.Planning.Fit;

/// <summary>How many more copies of some pods fit into a cluster, as it is and after each loss.</summary>
public static class FitPlan
{
    /// <param name="scopes">Which places are lost, each alone: zones, racks, pools or nodes.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static FitAnswer Of(ClusterSnapshot cluster, PodMix mix, IReadOnlyList<PlaceScope> scopes, CancellationToken stop)
    {
        IReadOnlyList<Loss> losses = [Loss.Nothing, .. scopes.SelectMany(scope => Loss.Each(cluster, scope))];
        var rooms = new Room[losses.Count];
        Parallel.For(0, losses.Count, new ParallelOptions { CancellationToken = stop }, i => rooms[i] = Room.For(mix, cluster, losses[i]));
        return new FitAnswer(cluster.Spec, mix, rooms[0], rooms[1..]);
    }
}

/// <param name="Now">Nothing lost.</param>
/// <param name="AfterLosses">In the order in which they were asked for.</param>
public sealed record FitAnswer(ClusterSpec Cluster, PodMix Mix, Room Now, IReadOnlyList<Room> AfterLosses)
{
    /// <summary>The loss that leaves the fewest copies, of equals the first; nothing lost, if none was asked for.</summary>
    public Room Worst => AfterLosses.MinBy(room => (room.Copies, -room.HomelessCount)) ?? Now;

    public IEnumerable<Room> All => [Now, .. AfterLosses];
}
