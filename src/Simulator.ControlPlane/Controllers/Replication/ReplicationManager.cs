using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Keeps as many pods as replication controllers ask for (pkg/controller/replication of 1.3.10).</summary>
public sealed class ReplicationManager : IControlLoop
{
    private readonly PodIndex<ReplicationEntry> _index = new();
    private readonly Expectations _expectations;
    private readonly KeyedWork _work;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public ReplicationManager(ReplicationOptions options, Instant start)
    {
        _expectations = new Expectations(options.ExpectationsTimeout);
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _work.SyncBy(new ReplicationSync(options, _index, _expectations, _work.Queue, _work.Routines).Run);
    }

    public string Name => "replication-controller";

    public IReadOnlyList<string> Watches { get; } = ["Pod", "ReplicationController"];

    public Instant? NextWake => _work.NextResync;

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        if (watchEvent.Object is Pod) ObservePod(watchEvent);
        else if (watchEvent.Object is ReplicationController controller) ObserveController(watchEvent.Type, controller);
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

    private void ObserveController(WatchEventType type, ReplicationController controller)
    {
        if (_index.TryGetOwner(controller.Key, out var entry))
        {
            if (type == WatchEventType.Deleted) _index.Remove(entry!);
            else Replace(entry!, controller);
        }
        else if (type != WatchEventType.Deleted)
        {
            _index.Add(new ReplicationEntry(controller));
        }

        _work.Queue.Add(controller.Key);
    }

    private void Replace(ReplicationEntry entry, ReplicationController controller)
    {
        var isSameSelector = entry.Selector.SameAs(controller.Selector);
        entry.Controller = controller;
        if (!isSameSelector) _index.Relink(entry);
    }

    private void ObservePod(in WatchEvent podEvent)
    {
        var pods = _index.Apply(podEvent);
        var former = podEvent.Previous is Pod previous && !previous.Metadata.Labels.SameAs(pods.Labels) ? _index.ClassOf(previous) : null;
        if (podEvent.Type == WatchEventType.Deleted || podEvent.Object.Metadata.IsBeingDeleted)
        {
            // A deletion counts from its mark on: the replacement is not to wait for the kubelet.
            ObserveDeletion(pods, podEvent.Object.Key);
            if (former is not null) ObserveDeletion(former, podEvent.Object.Key);
            return;
        }

        if (former is not null) Enqueue(ReplicationEntry.OwnerOf(former));
        var owner = ReplicationEntry.OwnerOf(pods);
        if (owner is not null && podEvent.Type == WatchEventType.Added) _expectations.CreationObserved(owner.Key);
        Enqueue(owner);
    }

    private void ObserveDeletion(PodClass<ReplicationEntry> pods, ObjectKey pod)
    {
        var owner = ReplicationEntry.OwnerOf(pods);
        if (owner is not null) _expectations.DeletionObserved(owner.Key, pod);
        Enqueue(owner);
    }

    private void Enqueue(ReplicationEntry? owner)
    {
        if (owner is not null) _work.Queue.Add(owner.Key);
    }
}
