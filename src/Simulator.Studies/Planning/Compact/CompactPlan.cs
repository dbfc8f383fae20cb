using Simulator.Engine;
using Simulator.World.Explanation.Packing;

namespace Simulator.Studies.Planning.Compact;

/// <summary>
/// How few machines would do for what runs: nodes are removed in a drawn order, and all pods placed again from nothing, until too many
/// find no place; again with other orders ("cell compaction": Verma et al., Large-scale cluster management at Google with Borg, 2015, 5.1).
/// </summary>
public static class CompactPlan
{
    /// <summary>Of the pods so many may find no place: some are picky.</summary>
    public const double UnplacedShare = 0.002;

    public const int TrialsMin = 11;

    /// <summary>So many of the trials do with no more machines than the answer.</summary>
    public const double Percentile = 0.9;

    /// <param name="pools">Whose nodes are removed; none: those of all.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static CompactAnswer Of(ClusterSnapshot cluster, IReadOnlyList<string> pools, int trials, ulong seed, CancellationToken stop)
    {
        var repacking = new Repacking(cluster);
        var removable = repacking.Removable.Where(node => pools.Count == 0 || pools.Contains(cluster.PoolOf(node))).ToList();
        var unplacedMax = (int)(repacking.PodCount * UnplacedShare);
        if (!repacking.Fits(new HashSet<string>(), unplacedMax))
        {
            return CompactAnswer.Full(cluster, unplacedMax, repacking.Unplaced(new HashSet<string>()));
        }
        var most = repacking.RemovableMax(removable, unplacedMax);
        var found = new (CompactTrial Trial, int Removed)[trials];
        Parallel.For(0, trials, new ParallelOptions { CancellationToken = stop }, i =>
        {
            var stream = new RandomStreams(seed)[$"{cluster.Spec.Name}/compaction-{i + 1}"];
            var trial = new CompactTrial(repacking, removable, unplacedMax, stream);
            found[i] = (trial, trial.Search(most, stop));
        });
        return Answer(cluster, repacking, unplacedMax, found);
    }

    private static CompactAnswer Answer(
        ClusterSnapshot cluster, Repacking repacking, int unplacedMax, IReadOnlyList<(CompactTrial Trial, int Removed)> found)
    {
        var inOrder = found.Select((entry, i) => (entry.Trial, entry.Removed, Number: i)).OrderByDescending(entry => entry.Removed)
            .ThenBy(entry => entry.Number).ToList();
        var (trial, removed, _) = inOrder[(int)Math.Ceiling(Percentile * inOrder.Count) - 1];
        return new CompactAnswer
        {
            Cluster = cluster.Spec,
            UnplacedMax = unplacedMax,
            Trials = [.. found.Select(entry => cluster.NodeCount - entry.Removed)],
            Machines = cluster.NodeCount - removed,
            Pools = PoolChange.AllOf(cluster, trial.Removed(removed)),
            PinnedNodes = repacking.PinnedNodes,
            Packings = found.Sum(entry => entry.Trial.Packings) + 1,
            Unplaced = repacking.Unplaced(trial.Removed(removed)),
            Ends = repacking.Unplaced(trial.Removed(removed + 1)),
        };
    }
}
