using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Money;
using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Machines that the cloud took away because they had been given for less, and what went with them.</summary>
internal sealed class MachinesPreempted(RunStory story)
{
    /// <summary>Replica-seconds: a moment is what a rollout costs in any case.</summary>
    private const double LostMin = 60;

    public static FindingKind Kind { get; } = new(
        "machines-preempted",
        "The cloud took machines away that it had given for less, and replicas with them.",
        "Replicas that were there once and were lost, in replica-seconds; after the first outage began that one answers for them.",
        story => new MachinesPreempted(story).Find());

    private IEnumerable<Finding> Find() =>
        from cluster in story.Run.Clusters
        let pools = cluster.Bill.Pools.Where(pool => pool.Preempted > 0).OrderBy(pool => pool.Name, StringComparer.Ordinal).ToList()
        where pools.Count > 0
        let workloads = cluster.Workloads.Where(workload => !workload.IsPerNode)
            .Select(workload => (workload.Name, Lost: LostBy(workload)))
            .OrderByDescending(entry => entry.Lost).ThenBy(entry => entry.Name, StringComparer.Ordinal).ToList()
        let lost = workloads.Sum(entry => entry.Lost)
        where lost >= LostMin
        select Of(cluster.Name, pools, lost, workloads[0]);

    private double LostBy(WorkloadLife workload) => workload.TotalsAt(story.End).Lost - workload.LostSinceOutageAt(story.End);

    private Finding Of(string cluster, List<PoolLife> pools, double lost, (string Name, double Lost) worst)
    {
        var machines = HumanNumber.Count(pools.Sum(pool => pool.Preempted), "machine was", "machines were");
        return new Finding(
            Kind.Name, FindingCost.OfReplicas(lost),
            $"{machines} preempted ({string.Join(", ", pools.Select(pool => pool.Name))}): {HumanNumber.Count(Math.Round(lost / 60))} "
                + $"replica-minutes were lost meanwhile, most of {story.NameOf(cluster, worst.Name)}.",
            pools[0].Name);
    }
}
