using Simulator.Reports.Measures;
using Simulator.Reports.Statistics;
using Simulator.World.Explanation.Endings;

namespace Simulator.Reports.Findings;

/// <summary>Nodes that ran without a daemon that they had, or that they are meant to have.</summary>
internal sealed class DaemonsMissing(RunStory story)
{
    public static FindingKind Kind { get; } = new(
        "daemons-missing",
        "A node that ran lacked a daemon that it had had for a minute or more, or lacks one at the end that is meant for it; a DaemonSet "
            + "runs nowhere.",
        "The seconds that nodes were without it; twice those that last to the end.",
        story => new DaemonsMissing(story).Find());

    private IEnumerable<Finding> Find()
    {
        var gaps = story.Ending.Clusters.SelectMany(cluster => cluster.DaemonGaps.Select(gap => (cluster.Cluster, Gap: gap))).ToList();
        foreach (var set in story.Run.Clusters.SelectMany(
            cluster => cluster.Daemons.AbsencesAt(story.End)).GroupBy(absence => absence.Set).OrderBy(set => set.Key.Cluster,
            StringComparer.Ordinal).ThenBy(set => set.Key.Name, StringComparer.Ordinal))
        {
            if (gaps.Exists(entry => entry.Cluster == set.Key.Cluster && entry.Gap.DaemonSet == set.Key.Name) || !story.Exists(set.Key))
            {
                continue;
            }
            yield return Past(set.Key, [.. set]);
        }

        foreach (var (cluster, gap) in gaps) yield return AtEnd(cluster, gap);
    }

    private Finding Past(WorkloadLife set, List<DaemonAbsence> absences)
    {
        var nodes = absences.Select(absence => absence.Node.Name).Distinct().Count();
        var (from, to) = (absences.Min(absence => absence.From), absences.Max(absence => absence.To ?? story.End));
        var where = nodes == 1 ? absences[0].Node.Name : $"{HumanNumber.Count(nodes)} nodes";
        return new Finding(
            Kind.Name,
            FindingCost.OfReplicas(absences.Sum(absence => absence.SecondsAt(story.End))),
            $"{story.NameOf(set.Cluster, set.Name)} was missing on {where} while {(nodes == 1 ? "it" : "they")} ran, from "
                + $"{HumanTime.Clock(from.TotalSeconds)} to {HumanTime.Clock(to.TotalSeconds)}{Why(absences)}.",
            set.Name);
    }

    /// <summary>The DaemonSet controller of 1.3 takes its pods from nodes that report a full disk.</summary>
    private static string Why(List<DaemonAbsence> absences) => absences.TrueForAll(absence => absence.Node.OutOfDiskAt <= absence.From)
        ? ": its controller deletes its pods where the disk is full"
        : "";

    private Finding AtEnd(string cluster, DaemonGap gap)
    {
        var name = story.NameOf(cluster, gap.DaemonSet);
        if (gap.Meant == 0)
        {
            return new Finding(
                Kind.Name, FindingCost.OfMissing(story.End.TotalSeconds), $"{name} runs on no node: {gap.Why}.", gap.DaemonSet);
        }
        var where = gap.Nodes.Count == 1
            ? gap.Nodes[0]
            : $"{HumanNumber.Count(gap.Nodes.Count)} of {HumanNumber.Count(gap.Meant, "node", "nodes")} ({gap.Nodes[0]} is one)";
        return new Finding(
            Kind.Name, FindingCost.OfMissing(gap.Nodes.Sum(node => SecondsWithout(cluster, gap.DaemonSet, node))),
            $"At the end {name} is missing on {where}: {gap.Why}.", gap.DaemonSet);
    }

    /// <summary>Since it went; a daemon that never was there is missing since the run began.</summary>
    private double SecondsWithout(string cluster, string set, string node) =>
        story.Run.Clusters.Where(fold => fold.Name == cluster).SelectMany(fold => fold.Daemons.AbsencesAt(story.End))
        .Where(absence => absence.Set.Name == set && absence.Node.Name == node && absence.To is null)
            .Select(absence => absence.SecondsAt(story.End))
            .DefaultIfEmpty(story.End.TotalSeconds)
            .First();
}
