using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Runs pods until enough of them have succeeded (pkg/controller/job of 1.3.10).</summary>
public sealed class JobController : IControlLoop
{
    private readonly PodIndex<OwnedPods<Job>> _index = new();
    private readonly KeyedWork _work;
    private readonly OwnedPodWatch<Job> _watch;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public JobController(JobOptions options, Instant start)
    {
        var expectations = new CountedExpectations(options.ExpectationsTimeout);
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _work.SyncBy(new JobSync(_index, expectations, _work.Queue, _work.Routines).Run);
        _watch = new OwnedPodWatch<Job>(_index, expectations, _work.Queue, DeletionCounts.WhenMarked);
    }

    public string Name => "job-controller";

    public IReadOnlyList<string> Watches { get; } = ["Pod", "Job"];

    public Instant? NextWake => _work.NextResync;

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        if (watchEvent.Object is Pod) _watch.ObservePod(watchEvent);
        else if (watchEvent.Object is Job job) _watch.ObserveOwner(watchEvent.Type, job);
        _work.Run();
    }

    public void Complete(in ApiResponse response, Instant now) => _work.Complete(response, now);

    public void Wake(Instant now)
    {
        if (!_work.IsResyncDue(now)) return;
        foreach (var entry in _index.AllOwners()) _work.Queue.Add(entry.Key);
        _work.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _work.Routines.TakeRequests(into);
}
