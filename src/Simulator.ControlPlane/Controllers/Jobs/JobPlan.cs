using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Jobs;

/// <summary>How many pods a job should have running (manageJob in pkg/controller/job of 1.3.10).</summary>
internal static class JobPlan
{
    /// <summary>The change to the number of active pods. Without completions the first success stops all creations.</summary>
    public static int Change(Job job, int active, int succeeded)
    {
        if (active >= job.Parallelism) return job.Parallelism - active;
        if (job.Completions is { } completions) return Math.Max(0, Math.Min(completions - succeeded, job.Parallelism) - active);
        return succeeded > 0 ? 0 : job.Parallelism - active;
    }

    public static bool IsComplete(Job job, int active, int succeeded) =>
        job.Completions is { } completions ? succeeded >= completions : succeeded > 0 && active == 0;

    public static bool IsPastDeadline(Job job, Instant now) =>
        job is { ActiveDeadline: { } deadline, Status.StartTime: { } start } && now - start >= deadline;
}
