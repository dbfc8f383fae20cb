using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.LimitedJobs;

/// <summary>One sync of a job (syncJob, manageJob in job_controller.go).</summary>
internal sealed class LimitedJobSync(
    OwnerBook<Job> owners, OwnerIndex<Pod> pods, CountedExpectations expectations, RoutineSet routines)
{
    private const int StatusTries = 4;

    private readonly OwnedPodCalls _calls = new(routines);

    public IEnumerable<Wait> Run(ObjectKey key, SyncReport report)
    {
        if (owners.Find(key) is not { } owner)
        {
            expectations.Forget(key);
            yield break;
        }

        if (owner.Value.Status.IsFinished) yield break;
        report.KeepsFailures = true;
        var mayManage = expectations.AreMet(key, routines.Now);
        var claim = new Claim<Pod>(owner.Value, owner.Reference, owner.Selector);
        foreach (var wait in claim.Run(pods.Candidates(owner.Value))) yield return wait;
        if (claim.HasFailed) report.Fail();
        else foreach (var wait in Decide(owner, JobCounts.Of(claim.Claimed), mayManage, report)) yield return wait;
    }

    private IEnumerable<Wait> Decide(Owner<Job> owner, JobCounts counts, bool mayManage, SyncReport report)
    {
        var job = Started(owner.Value, report);
        var tally = new PodTally();
        var condition = JobLimits.FailureOf(job, counts, routines.Now);
        if (condition is not null)
        {
            yield return _calls.Delete(job, counts.Active, tally);
            counts.AllActiveFailed();
            Tell(job, EventType.Warning, condition.Reason, condition.Message);
        }
        else
        {
            if (mayManage && !job.Metadata.IsBeingDeleted)
            {
                foreach (var wait in Manage(owner, counts, tally)) yield return wait;
            }

            condition = Completed(job, counts);
        }

        foreach (var wait in Report(job, counts, condition, report)) yield return wait;
        if (tally.HasFailed) report.Fail();
    }

    private Job Started(Job job, SyncReport report)
    {
        if (job.Status.StartTime is not null) return job;
        if (job.ActiveDeadline is { } deadline) report.ComeAgainAfter(deadline);
        return job with { Status = job.Status with { StartTime = routines.Now.TruncatedToSecond } };
    }

    private IEnumerable<Wait> Manage(Owner<Job> owner, JobCounts counts, PodTally tally)
    {
        var (job, change) = (owner.Value, JobLimits.Change(owner.Value, counts));
        if (change < 0)
        {
            expectations.Expect(job.Key, 0, -change, routines.Now);
            var victims = counts.Victims(-change);
            yield return _calls.Delete(job, victims, tally);
            foreach (var pod in tally.Undeleted) expectations.DeletionObserved(job.Key, pod);
            counts.ActiveCount += change + tally.Refused;
        }
        else if (change > 0)
        {
            expectations.Expect(job.Key, change, 0, routines.Now);
            var pod = OwnedPod.From(job.Template, owner);
            foreach (var wait in _calls.CreateSlowly(job, change, _ => pod, tally)) yield return wait;
            for (var i = tally.Succeeded; i < change; i++) expectations.CreationObserved(job.Key);
            counts.ActiveCount += tally.Succeeded;
        }
    }

    /// <summary>Null if it is not complete.</summary>
    private JobCondition? Completed(Job job, JobCounts counts)
    {
        if (!JobLimits.IsComplete(job, counts)) return null;
        if (job.Completions is { } wanted)
        {
            const string After = "running after completion count reached";
            if (counts.ActiveCount > 0) Tell(job, EventType.Warning, "TooManyActivePods", $"Too many active pods {After}");
            if (counts.Succeeded > wanted) Tell(job, EventType.Warning, "TooManySucceededPods", $"Too many succeeded pods {After}");
        }

        Tell(job, EventType.Normal, "Completed", "Job completed");
        return new JobCondition("Complete", "", routines.Now.TruncatedToSecond);
    }

    /// <summary>A start alone is no reason to write; a new failure makes the sync itself fail, so that the job waits.</summary>
    private IEnumerable<Wait> Report(Job job, JobCounts counts, JobCondition? condition, SyncReport report)
    {
        var before = job.Status;
        report.KeepsFailures = counts.Succeeded <= before.Succeeded;
        var isSame = (before.Active, before.Succeeded, before.Failed) == (counts.ActiveCount, counts.Succeeded, counts.Failed);
        if (isSame && condition is null) yield break;
        var status = before with
        {
            Active = counts.ActiveCount,
            Succeeded = counts.Succeeded,
            Failed = counts.Failed,
            Conditions = condition is null ? before.Conditions : [.. before.Conditions, condition],
            CompletionTime = condition is { Type: "Complete" } ? routines.Now.TruncatedToSecond : before.CompletionTime,
        };
        foreach (var wait in Write(job, status, report)) yield return wait;
        if (report.HasFailed) yield break;
        if (counts.FailedAtFirst > before.Failed && condition is null) report.Fail();
        else report.KeepsFailures = false;
    }

    /// <summary>Each try on a fresh copy.</summary>
    private static IEnumerable<Wait> Write(Job job, JobStatus status, SyncReport report)
    {
        for (var i = 0; i < StatusTries; i++)
        {
            var fresh = new Call(new GetRequest(job.Kind, job.Key));
            yield return fresh;
            if (fresh.Response is not { IsOk: true, Object: Job stored }) break;
            var write = new Call(new UpdateStatusRequest(stored with { Status = status }));
            yield return write;
            if (write.Response.IsOk) yield break;
        }

        report.Fail();
    }

    private void Tell(Job job, EventType type, string reason, string message) =>
        routines.Tell(new EventRequest(reason, job.Kind, job.Key, message) { Type = type });
}
