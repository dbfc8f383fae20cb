using Simulator.World.Explanation.Packing;

namespace Simulator.Studies.Planning.Compact;

/// <summary>An answer of <see cref="CompactPlan"/> for machines.</summary>
public sealed record CompactDocument(
    string Cluster, int MachinesNow, int Machines, double? DollarsAnHourNow, double? DollarsAnHour, IReadOnlyList<int> Trials,
    int UnplacedMax, IReadOnlyList<PoolChange> Pools, IReadOnlyList<UnplacedPods> Unplaced, IReadOnlyList<UnplacedPods> EndedBy)
{
    public static CompactDocument Of(CompactAnswer answer) => new(
        answer.Cluster.Name, answer.MachinesNow, answer.Machines, answer.DollarsNow, answer.DollarsThen, answer.Trials,
        answer.UnplacedMax, answer.Pools, answer.Unplaced, answer.Ends);
}
