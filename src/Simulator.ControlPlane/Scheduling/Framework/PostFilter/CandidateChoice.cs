using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.PostFilter;

/// <summary>Which node loses its pods (pickOneNodeForPreemption of 1.20).</summary>
/// <param name="startOf">When a pod started.</param>
public sealed class CandidateChoice(Func<NodePod, Instant> startOf)
{
    /// <summary>All that are equal in every respect, by name; the real scheduler takes any of them.</summary>
    public IReadOnlyList<Candidate> Best(IReadOnlyList<Candidate> candidates)
    {
        var best = candidates;
        foreach (var cost in (Func<Candidate, long>[])[Violations, FirstPriority, PrioritySum, Victims, Youth])
        {
            if (best.Count <= 1) break;
            var least = best.Min(cost);
            best = [.. best.Where(candidate => cost(candidate) == least)];
        }

        return [.. best.OrderBy(candidate => candidate.Node.Name, StringComparer.Ordinal)];
    }

    private static long Violations(Candidate candidate) => candidate.Violations;

    /// <summary>Of the first victim: with budgets in the way it need not be the highest.</summary>
    private static long FirstPriority(Candidate candidate) => candidate.Victims[0].Priority;

    private static long PrioritySum(Candidate candidate) => candidate.Victims.Sum(victim => victim.Priority + (1L << 31));

    private static long Victims(Candidate candidate) => candidate.Victims.Count;

    /// <summary>The later the oldest of the most important victims has started, the better.</summary>
    private long Youth(Candidate candidate)
    {
        var highest = candidate.Victims.Max(victim => victim.Priority);
        return -candidate.Victims.Where(victim => victim.Priority == highest).Min(victim => startOf(victim).Ticks);
    }
}
