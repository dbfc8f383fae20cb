using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.LimitedJobs;

/// <summary>How many pods a job runs, when it is complete and when it has failed (syncJob, manageJob in job_controller.go).</summary>
internal static class JobLimits
{
    /// <summary>Where no API server has defaulted it.</summary>
    private const int DefaultBackoffLimit = 6;

    /// <summary>Why the job fails now; null if it does not.</summary>
    public static JobCondition? FailureOf(Job job, JobCounts counts, Instant now)
    {
        if (HasFailedTooOften(job, counts) || HasRestartedTooOften(job, counts))
        {
            return Failure("BackoffLimitExceeded", "Job has reached the specified backoff limit", now);
        }

        return job is { ActiveDeadline: { } deadline, Status.StartTime: { } begun } && now - begun >= deadline
            ? Failure("DeadlineExceeded", "Job was active longer than specified deadline", now)
            : null;
    }

    /// <summary>The change to the number of active pods. Without completions the first success stops all creations.</summary>
    public static int Change(Job job, JobCounts counts)
    {
        var active = counts.ActiveCount;
        if (active >= job.Parallelism) return job.Parallelism - active;
        var wanted = job.Completions is { } completions
            ? Math.Min(completions - counts.Succeeded, job.Parallelism)
            : counts.Succeeded > 0 ? active : job.Parallelism;
        return Math.Max(0, wanted - active);
    }

    public static bool IsComplete(Job job, JobCounts counts) => job.Completions is { } completions
        ? counts.Succeeded >= completions
        : counts.Succeeded > 0 && counts.ActiveCount == 0;

    /// <summary>
    /// Only a failure that no status tells yet counts, and only if the job is not at its full number: it is then that the sync before
    /// could not write its status.
    /// </summary>
    private static bool HasFailedTooOften(Job job, JobCounts counts) => counts.Failed > job.Status.Failed
        && counts.ActiveCount != job.Parallelism
        && counts.Failed > (job.BackoffLimit ?? DefaultBackoffLimit);

    private static bool HasRestartedTooOften(Job job, JobCounts counts)
    {
        if (job.Template.Spec.RestartPolicy != "OnFailure") return false;
        var limit = job.BackoffLimit ?? DefaultBackoffLimit;
        var restarts = counts.Pods.Where(pod => pod.Status.Phase is PodPhase.Running or PodPhase.Pending)
            .Sum(pod => pod.Status.ContainerRestarts.Sum() + pod.Status.InitContainerRestarts.Sum());
        return limit == 0 ? restarts > 0 : restarts >= limit;
    }

    private static JobCondition Failure(string reason, string message, Instant now) =>
        new("Failed", reason, now.TruncatedToSecond) { Message = message };
}
