using Simulator.Reports.Measures;
using Simulator.Reports.Measures.Stateful;
using Simulator.Reports.Statistics;
using Simulator.World.Explanation.Endings;

namespace Simulator.Reports.Findings;

/// <summary>
/// Workloads that have less than was asked for when the run ends, each with the reason; many that were whole once are told together.
/// </summary>
internal sealed class ReplicasMissing(RunStory story)
{
    /// <summary>More workloads that had all their replicas once are one story.</summary>
    private const int ToldMax = 3;

    /// <summary>More that never had any are counted.</summary>
    private const int NeverMax = 10;

    public static FindingKind Kind { get; } = new(
        "replicas-missing",
        "A workload has fewer replicas ready and serving than it is asked for when the run ends.",
        "Twice the replica-seconds that are missing since it last had all of them, or since it was created.",
        story => new ReplicasMissing(story).Find());

    private IEnumerable<Finding> Find()
    {
        var all = story.Run.Workloads.Where(workload => workload.IsShort && !story.IsJob(workload))
            .OrderByDescending(workload => workload.MissingAtEnd(story.End))
            .ThenBy(workload => workload.Cluster, StringComparer.Ordinal)
                .ThenBy(workload => workload.Name, StringComparer.Ordinal)
                .ToLookup(workload => workload.WasEverWhole);
        var (lost, never) = (all[true].ToList(), all[false].ToList());
        foreach (var finding in lost.Count > ToldMax ? [Together(lost)] : lost.Select(Of)) yield return finding;
        foreach (var workload in never.Take(NeverMax)) yield return Of(workload);
        if (never.Count > NeverMax) yield return Rest([.. never.Skip(NeverMax)]);
    }

    private Finding Of(WorkloadLife workload) => new(Kind.Name, CostOf(workload), Sentence(workload), workload.Name);

    private double CostOf(WorkloadLife workload) => FindingCost.OfMissing(workload.MissingAtEnd(story.End));

    private string Sentence(WorkloadLife workload)
    {
        var groups = story.WaitsOf(workload.Cluster, workload.Name);
        var (name, missing, wanted) =
            (story.NameOf(workload.Cluster, workload.Name), workload.Desired - workload.Counts.Usable, workload.Desired);
        var why = Why(workload, groups, missing);
        var because = why.Length == 0 ? "" : $": {why}";
        if (!workload.WasEverThere && groups.Sum(group => group.HaveNodes ? 0 : group.Count) == wanted)
        {
            return $"{(wanted == 1 ? "The only pod" : $"{HumanNumber.Count(wanted)} of {HumanNumber.Count(wanted)} pods")} of {name} "
                + $"never got a node{because}.";
        }
        if (!workload.WasEverThere)
        {
            return wanted == 1
                ? $"The only replica of {name} was never ready{because}."
                : $"None of {HumanNumber.Count(wanted)} replicas of {name} was ever ready{because}.";
        }

        var who = wanted == 1 ? "the only replica" : $"{HumanNumber.Count(missing)} of {HumanNumber.Count(wanted)} replicas";
        return $"At the end {who} of {name} {(missing == 1 ? "is" : "are")} missing{because}.";
    }

    /// <summary>What their pods wait for; where there are no pods, who refused them or what holds them up.</summary>
    private string Why(WorkloadLife workload, IReadOnlyList<WaitingGroup> groups, int missing)
    {
        var waits = WaitText.Of(groups);
        var again = Recreated(workload, groups);
        if (groups.Sum(group => group.Count) >= missing) return waits + again;
        var made = story.RefusalOf(workload.Cluster, workload.Name) is { } refusal
            ? refusal.Why
            : new StateReasons(story.Run).HeldUp(workload);
        return string.Join("; ", new[] { waits + again, made.TrimEnd('.') }.Where(part => part.Length > 0));
    }

    /// <summary>Pods that are removed and created again and again are not one long wait.</summary>
    private string Recreated(WorkloadLife workload, IReadOnlyList<WaitingGroup> groups)
    {
        if (groups.Count != 1 || workload.WasEverThere) return "";
        var gone = story.Run.Pods.Count(pod => pod.Cluster == workload.Cluster && pod.Owner == workload.Name && pod.RemovedAt is not null);
        return gone > workload.Desired ? $" ({HumanNumber.Count(gone)} were removed and created again)" : "";
    }

    private Finding Together(List<WorkloadLife> workloads)
    {
        var (missing, wanted) =
            (workloads.Sum(workload => workload.Desired - workload.Counts.Usable), workloads.Sum(workload => workload.Desired));
        var groups = workloads.SelectMany(workload => story.WaitsOf(workload.Cluster, workload.Name)).GroupBy(group => group.Reason)
            .OrderByDescending(group => group.Sum(entry => entry.Count)).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        var why = groups.Count == 0
            ? ""
            : $"; {HumanNumber.Count(groups[0].Sum(entry => entry.Count), "pod waits", "pods wait")}: {groups[0].First().Why}";
        return new Finding(
            Kind.Name,
            workloads.Sum(CostOf),
            $"At the end {HumanNumber.Count(workloads.Count)} workloads are below full strength: {HumanNumber.Count(missing)} of their "
                + $"{HumanNumber.Count(wanted)} replicas are missing, most of "
                + $"{story.NameOf(workloads[0].Cluster, workloads[0].Name)}{why}.",
            workloads[0].Name);
    }

    private Finding Rest(List<WorkloadLife> workloads) => new(
        Kind.Name,
        workloads.Sum(CostOf),
        $"{HumanNumber.Count(workloads.Count, "more workload", "more workloads")} never had all "
            + $"{(workloads.Count == 1 ? "its" : "their")} replicas: "
            + $"{HumanNumber.Count(workloads.Sum(workload => workload.Desired - workload.Counts.Usable), "is", "are")} missing.",
        workloads[0].Name);
}
