using Simulator.Api;
using Simulator.ControlPlane.Controllers.Ownership;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Controllers.Selection;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Jobs;

/// <summary>Runs pods until enough of them have succeeded (pkg/controller/job of 1.3.10).</summary>
public sealed class JobController : KeyedController
{
    private readonly PodIndex<OwnedPods<Job>> _index = new();
    private readonly OwnedPodWatch<Job> _watch;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public JobController(JobOptions options, Instant start)
        : base(options.ConcurrentSyncs, options.ResyncPeriod, start)
    {
        var expectations = new CountedExpectations(options.ExpectationsTimeout);
        SyncBy(new JobSync(_index, expectations, Queue, Routines).Run);
        _watch = new OwnedPodWatch<Job>(_index, expectations, Queue, DeletionCounts.WhenMarked);
    }

    public override string Name => "job-controller";

    public override IReadOnlyList<string> Watches { get; } = ["Pod", "Job"];

    private protected override IEnumerable<ObjectKey> Keys => _index.Keys;

    private protected override void Observe(in WatchEvent change)
    {
        if (change.Object is Pod) _watch.ObservePod(change);
        else if (change.Object is Job job) _watch.ObserveOwner(change.Type, job);
    }
}
