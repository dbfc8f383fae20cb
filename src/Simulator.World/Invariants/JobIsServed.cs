using Simulator.Api;

namespace Simulator.World.Invariants;

/// <summary>A job in rest is finished, or has as many active pods as it still wants (pkg/controller/job of 1.3.10).</summary>
internal static class JobIsServed
{
    /// <returns>What is wrong, in words; null if nothing is.</returns>
    public static string? Wrong(Job job, List<Pod> pods)
    {
        if (job.Status.IsFinished) return null;
        var active = pods.Count(pod => pod.IsActive);
        var succeeded = pods.Count(pod => pod.Status.Phase == PodPhase.Succeeded);
        if (job.Completions is not { } completions)
        {
            return succeeded > 0 && active == 0
                ? "has a success and nothing left to wait for, but is not complete"
                : Few(active, succeeded > 0 ? active : job.Parallelism);
        }
        if (succeeded >= completions) return $"has {succeeded:N0} of {completions:N0} successes but is not complete";
        return Few(active, Math.Min(job.Parallelism, completions - succeeded));
    }

    /// <summary>More than the rest of the completions may run on: only what is above the parallelism is deleted.</summary>
    private static string? Few(int active, int wanted) => active < wanted ? $"wants {wanted:N0} active pods and has {active:N0}" : null;
}
