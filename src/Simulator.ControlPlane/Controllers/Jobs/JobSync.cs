using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Jobs;

/// <summary>One sync of a job (syncJob of 1.3.10): failed pods are replaced at once and for ever, there is no back-off limit.</summary>
internal sealed class JobSync
{
    private readonly PodIndex<OwnedPods<Job>> _index;
    private readonly CountedExpectations _expectations;
    private readonly WorkQueue _queue;
    private readonly RoutineSet _routines;

    public JobSync(PodIndex<OwnedPods<Job>> index, CountedExpectations expectations, WorkQueue queue, RoutineSet routines) =>
        (_index, _expectations, _queue, _routines) = (index, expectations, queue, routines);

    public IEnumerator<Wait> Run(ObjectKey key)
    {
        if (!_index.TryGetOwner(key, out var entry))
        {
            _expectations.Forget(key);
            yield break;
        }

        var job = entry!.Value;
        if (job.Status.IsFinished) yield break;
        var status = Counted(entry);
        if (JobPlan.IsPastDeadline(job, _routines.Now))
        {
            var active = entry.ActivePods();
            if (active.Count > 0) yield return new PodCalls(_routines, static (_, _) => { }).Delete(entry.Reference, [.. active]);
            status = status with { Failed = status.Failed + status.Active, Active = 0 };
            status = Ended(status, new JobCondition("Failed", "DeadlineExceeded", Now));
            Tell(job, "DeadlineExceeded", "Job was active longer than specified deadline");
        }
        else
        {
            if (_expectations.AreMet(key, _routines.Now) && !job.Metadata.IsBeingDeleted)
            {
                var change = new Change(JobPlan.Change(job, status.Active, status.Succeeded));
                if (Manage(entry, change) is { } batch) yield return batch;
                status = status with { Active = status.Active + change.Pods };
            }

            if (JobPlan.IsComplete(job, status.Active, status.Succeeded))
            {
                status = Ended(status, new JobCondition("Complete", "", Now)) with { CompletionTime = Now };
            }
        }

        if (!IsWorthWriting(job.Status, status)) yield break;
        var write = new Call(new UpdateStatusRequest(job with { Status = status }));
        yield return write;
        if (!write.Response.IsOk) _queue.Add(key);
    }

    private Instant Now => _routines.Now.TruncatedToSecond;

    /// <summary>Pods that are being deleted count if they have finished.</summary>
    private JobStatus Counted(OwnedPods<Job> entry)
    {
        var (succeeded, failed) = (0, 0);
        foreach (var pod in entry.Pods())
        {
            if (pod.Status.Phase == PodPhase.Succeeded) succeeded++;
            else if (pod.Status.Phase == PodPhase.Failed) failed++;
        }

        var status = entry.Value.Status;
        return status with { StartTime = status.StartTime ?? Now, Active = entry.ActiveCount(), Succeeded = succeeded, Failed = failed };
    }

    private Batch? Manage(OwnedPods<Job> entry, Change change)
    {
        var calls = new PodCalls(_routines, (_, request) => Failed(entry.Key, request, change));
        if (change.Pods > 0)
        {
            _expectations.Expect(entry.Key, change.Pods, 0, _routines.Now);
            return calls.Create(entry.Reference, entry.Value.Template, change.Pods);
        }

        if (change.Pods == 0) return null;
        var active = entry.ActivePods();
        active.Sort(VictimOrder.Instance);
        _expectations.Expect(entry.Key, 0, -change.Pods, _routines.Now);
        return calls.Delete(entry.Reference, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(active)[..-change.Pods]);
    }

    private void Failed(ObjectKey key, ApiRequest request, Change change)
    {
        if (request is DeleteRequest delete)
        {
            _expectations.DeletionObserved(key, delete.Key);
            change.Pods++;
        }
        else
        {
            _expectations.CreationObserved(key);
            change.Pods--;
        }
    }

    private static JobStatus Ended(JobStatus status, JobCondition condition) =>
        status with { Conditions = [.. status.Conditions, condition] };

    /// <summary>The start time alone is no reason to write.</summary>
    private static bool IsWorthWriting(JobStatus old, JobStatus now) =>
        (old.Active, old.Succeeded, old.Failed, old.Conditions.Count) != (now.Active, now.Succeeded, now.Failed, now.Conditions.Count);

    private void Tell(Job job, string reason, string message) => _routines.Tell(new EventRequest(reason, "Job", job.Key, message));

    /// <summary>How the number of active pods changes, less what was refused.</summary>
    private sealed class Change(int pods)
    {
        public int Pods { get; set; } = pods;
    }
}
