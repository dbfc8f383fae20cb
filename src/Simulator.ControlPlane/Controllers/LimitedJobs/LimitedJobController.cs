using Simulator.Api;
using Simulator.ControlPlane.Controllers.Claiming;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.LimitedJobs;

/// <summary>Runs pods until enough of them have succeeded, or too many have failed (pkg/controller/job).</summary>
public sealed class LimitedJobController : RetryingController
{
    private readonly OwnerIndex<Pod> _pods = new();
    private readonly OwnerBook<Job> _owners = new("Job", static job => job.Selector);
    private readonly ClaimedPodWatch<Job> _watch;
    private readonly RetryPace _pace;

    /// <param name="start">When the process starts.</param>
    /// <param name="expectations">What earlier syncs still wait for; nothing in a new process.</param>
    public LimitedJobController(LimitedJobOptions options, Instant start, CountedExpectations? expectations = null)
        : this(options, new RetryPace(options.FirstBackOff, options.LongestBackOff, 0, 0), start, expectations)
    {
    }

    private LimitedJobController(LimitedJobOptions options, RetryPace pace, Instant start, CountedExpectations? expectations)
        : base(options.ConcurrentSyncs, pace, start)
    {
        expectations ??= new CountedExpectations(TimeSpan.FromMinutes(5));
        _pace = pace;
        _watch = new ClaimedPodWatch<Job>(_owners, _pods, expectations, Queue, enqueueChanged: EnqueueChanged);
        SyncBy(new LimitedJobSync(_owners, _pods, expectations, Routines).Run);
    }

    public override string Name => "job-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "Job"];

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) _watch.ObservePod(change);
        else if (change.Object is Job job) ObserveJob(change, job);
    }

    private void ObserveJob(in WatchEvent change, Job job)
    {
        _watch.ObserveOwner(change.Type, job);
        if (change.Type != WatchEventType.Modified || change.Previous is not Job former) return;
        if (job is not { ActiveDeadline: { } deadline, Status.StartTime: { } begun } || former.ActiveDeadline == deadline) return;
        Retries.Add(job.Key, begun + deadline);
    }

    /// <summary>A pod that has failed makes its job wait as long as its failures so far demand.</summary>
    private void EnqueueChanged(ObjectKey job, Pod pod)
    {
        var failures = pod.Status.Phase == PodPhase.Failed ? Retries.FailuresOf(job) : 0;
        if (failures == 0) Queue.Add(job);
        else Retries.Add(job, Routines.Now + _pace.DelayAfter(failures));
    }
}
