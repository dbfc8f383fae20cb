using Simulator.Reports.Measures.Money;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Machines that were asked for and that the cloud has not given when the run ends.</summary>
internal sealed class MachinesMissing(RunStory story)
{
    public static FindingKind Kind { get; } = new(
        "machines-missing",
        "Machines that were asked for have not been given when the run ends: the quota is reached, or there are none of the type.",
        "Twice the seconds that they have been waited for.",
        story => new MachinesMissing(story).Find());

    private IEnumerable<Finding> Find() =>
        from cluster in story.Run.Clusters
        from wait in cluster.Bill.Waits.GroupBy(wait => (wait.Pool.Name, wait.Why))
        orderby cluster.Name, wait.Key.Name, wait.Key.Why
        select Of(cluster.Name, wait.Key.Name, wait.Key.Why, [.. wait]);

    private Finding Of(string cluster, string pool, string why, List<MachineWait> waits)
    {
        var name = story.Run.Clusters.Count > 1 ? $"{cluster}: {pool}" : pool;
        var since = HumanTime.Since(waits.Min(wait => wait.Since).TotalSeconds);
        return new Finding(
            Kind.Name, FindingCost.OfMissing(waits.Sum(wait => (story.End - wait.Since).TotalSeconds)),
            $"{HumanNumber.Count(waits.Count, "machine", "machines")} of pool {name} asked for {since} "
                + $"{(waits.Count == 1 ? "has" : "have")} not been given at the end: {why}.",
            pool);
    }
}
