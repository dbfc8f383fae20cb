using Simulator.Reports.Statistics;

namespace Simulator.Reports.Findings;

/// <summary>Jobs that fail, were given up, or wait for pods that do not come.</summary>
internal sealed class JobsUnfinished(RunStory story)
{
    public static FindingKind Kind { get; } = new(
        "job-unfinished",
        "A Job is not complete at the end and its pods failed, do not run, or nobody tries any more.",
        "Twice its parallelism, times the seconds of the run.",
        story => new JobsUnfinished(story).Find());

    private IEnumerable<Finding> Find()
    {
        foreach (var cluster in story.Ending.Clusters)
        {
            foreach (var job in cluster.Jobs)
            {
                var waits = WaitText.Of(story.WaitsOf(cluster.Cluster, job.Job));
                if (waits.Length == 0) waits = story.RefusalOf(cluster.Cluster, job.Job)?.Why ?? "";
                if (job is { Failed: 0, GivenUp.Length: 0 } && waits.Length == 0) continue;
                var wanted = job.Completions is { } completions
                    ? $"{HumanNumber.Count(job.Succeeded)} of {HumanNumber.Count(completions, "completion", "completions")}"
                    : job.Succeeded == 0
                    ? "no success"
                    : HumanNumber.Count(job.Succeeded, "success", "successes");
                string[] parts =
                [
                    job.Failed > 0 ? $"{HumanNumber.Count(job.Failed, "pod", "pods")} failed" : "",
                    job.GivenUp.Length > 0 ? $"given up ({job.GivenUp})" : "", waits.TrimEnd('.'),
                ];
                yield return new Finding(
                    Kind.Name,
                    FindingCost.OfMissing(Math.Max(1, job.Parallelism) * story.End.TotalSeconds),
                    $"Job {story.NameOf(cluster.Cluster, job.Job)} is not complete at the end, {wanted}: "
                        + $"{string.Join("; ", parts.Where(part => part.Length > 0))}.",
                    job.Job);
            }
        }
    }
}
