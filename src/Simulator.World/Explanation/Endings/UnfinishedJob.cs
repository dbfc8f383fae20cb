using Simulator.Api;
using Simulator.World.ApiServer;

namespace Simulator.World.Explanation.Endings;

/// <summary>A Job that is not complete.</summary>
/// <param name="Job">"namespace/name".</param>
/// <param name="Active">Pods that run or wait.</param>
/// <param name="Completions">Null: one success is enough.</param>
/// <param name="GivenUp">Why nobody tries any more (DeadlineExceeded); "" while somebody does.</param>
public sealed record UnfinishedJob(string Job, int Succeeded, int Failed, int Active, int? Completions, int Parallelism, string GivenUp)
{
    internal static IReadOnlyList<UnfinishedJob> AllOf(IStoredObjects store) =>
        [.. store.List("Job").Cast<Job>().Where(job => job.Status.Conditions.All(condition => condition.Type != "Complete")).Select(Of)];

    private static UnfinishedJob Of(Job job) => new(
        job.Key.ToString(), job.Status.Succeeded, job.Status.Failed, job.Status.Active, job.Completions, job.Parallelism,
        job.Status.Conditions.FirstOrDefault()?.Reason
            ?? "");
}
