using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Disruptions;

/// <summary>What a disruption budget comes to, given its pods (pkg/controller/disruption/disruption.go).</summary>
internal static class BudgetRule
{
    /// <summary>So long an evicted pod counts as gone before anybody has seen it go (DeletionTimeout).</summary>
    private static readonly TimeSpan DeletionTimeout = TimeSpan.FromMinutes(2);

    /// <summary>How many pods there should be, and how many of them healthy.</summary>
    /// <param name="wanted">What the controllers of the pods want in all.</param>
    public static (int Expected, int Healthy) CountsOf(PodDisruptionBudget budget, int pods, int wanted) => budget switch
    {
        { MaxUnavailable: { } most } => (wanted, Math.Max(0, wanted - Shares.RoundedUp(most, wanted))),
        { MinAvailable: { } least } when Shares.IsShare(least) => (wanted, Shares.RoundedUp(least, wanted)),
        { MinAvailable: { } least } => (pods, Shares.RoundedUp(least, pods)),
        _ => (0, 0),
    };

    /// <summary>A number of pods that are to be there needs nobody else; all else is a share of what their controllers want.</summary>
    public static bool AsksControllers(PodDisruptionBudget budget) =>
        budget.MaxUnavailable is not null || (budget.MinAvailable is { } least && Shares.IsShare(least));

    /// <summary>Evicted pods that are still there, and those of them whose eviction is too long ago to be believed.</summary>
    public static (SortedDictionary<string, Instant> Awaited, List<Pod> Overdue) Disrupted(
        PodDisruptionBudget budget, List<Pod> pods, Instant now)
    {
        SortedDictionary<string, Instant> awaited = new(StringComparer.Ordinal);
        List<Pod> overdue = [];
        foreach (var pod in pods)
        {
            if (pod.Metadata.IsBeingDeleted || !budget.Status.DisruptedPods.TryGetValue(pod.Name, out var at)) continue;
            if (at + DeletionTimeout < now) overdue.Add(pod);
            else awaited.Add(pod.Name, at);
        }

        return (awaited, overdue);
    }

    /// <summary>When the first of them has to be looked at again; null if there is none.</summary>
    public static TimeSpan? Recheck(SortedDictionary<string, Instant> awaited, Instant now) =>
        awaited.Count == 0 ? null : awaited.Values.Min() + DeletionTimeout - now;

    public static DisruptionStatus StatusOf(
        PodDisruptionBudget budget, List<Pod> pods, SortedDictionary<string, Instant> awaited, (int Expected, int Healthy) counts,
        Instant now)
    {
        var healthy = pods.Count(pod => !pod.Metadata.IsBeingDeleted && pod.IsReady && !IsAwaited(pod, awaited, now));
        return new DisruptionStatus
        {
            ObservedGeneration = budget.Metadata.Generation,
            DisruptedPods = awaited,
            DisruptionsAllowed = counts.Expected <= 0 ? 0 : Math.Max(0, healthy - counts.Healthy),
            CurrentHealthy = healthy,
            DesiredHealthy = counts.Healthy,
            ExpectedPods = counts.Expected,
        };
    }

    private static bool IsAwaited(Pod pod, SortedDictionary<string, Instant> awaited, Instant now) =>
        awaited.TryGetValue(pod.Name, out var at) && at + DeletionTimeout > now;
}
