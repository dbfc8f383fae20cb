using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Keeps as many pods as replication controllers, or ReplicaSets, ask for (pkg/controller/replication and replicaset of 1.3.10).</summary>
public sealed class ReplicationManager : IControlLoop
{
    private readonly PodIndex<OwnedPods<ReplicaController>> _index = new();
    private readonly KeyedWork _work;
    private readonly OwnedPodWatch<ReplicaController> _watch;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public ReplicationManager(ReplicationOptions options, Instant start, ReplicaKind kind)
    {
        var expectations = new Expectations(options.ExpectationsTimeout);
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _work.SyncBy(new ReplicationSync(options, _index, expectations, _work.Queue, _work.Routines).Run);
        _watch = new OwnedPodWatch<ReplicaController>(_index, expectations, _work.Queue, DeletionCounts.WhenMarked);
        (Name, Watches) = (kind.LoopName, ["Pod", kind.Kind]);
    }

    public string Name { get; }

    public IReadOnlyList<string> Watches { get; }

    public Instant? NextWake => _work.NextResync;

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        if (watchEvent.Object is Pod) _watch.ObservePod(watchEvent);
        else if (watchEvent.Object is ReplicaController controller) _watch.ObserveOwner(watchEvent.Type, controller);
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
