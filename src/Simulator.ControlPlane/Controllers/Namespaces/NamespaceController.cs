using Simulator.Api;

namespace Simulator.ControlPlane.Controllers;

/// <summary>Empties namespaces that are being deleted, then lets them go (pkg/controller/namespace of 1.3.10).</summary>
public sealed class NamespaceController : IControlLoop
{
    private readonly SortedDictionary<ObjectKey, Namespace> _terminating = [];
    private readonly KeyedWork _work;
    private readonly DelayedKeys _delayed;

    /// <param name="start">When the process starts; resyncs are counted from here.</param>
    public NamespaceController(NamespaceOptions options, Instant start)
    {
        _work = new KeyedWork(options.ConcurrentSyncs, options.ResyncPeriod, start);
        _delayed = new DelayedKeys(_work.Queue);
        _work.SyncBy(new NamespaceSync(_terminating, _delayed, _work.Routines).Run);
    }

    public string Name => "namespace-controller";

    public IReadOnlyList<string> Watches { get; } = ["Namespace"];

    /// <summary>Syncs of namespaces that stay find nothing to do and are not made.</summary>
    public Instant? NextWake => _terminating.Count == 0 ? null : _delayed.Next.OrEarlier(_work.NextResync);

    public void Deliver(in WatchEvent watchEvent, Instant now)
    {
        _work.SetNow(now);
        var home = (Namespace)watchEvent.Object;
        if (watchEvent.Type == WatchEventType.Deleted) _terminating.Remove(home.Key);
        else if (home.Metadata.IsBeingDeleted)
        {
            _terminating[home.Key] = home;
            _work.Queue.Add(home.Key);
        }

        _work.Run();
    }

    public void Complete(in ApiResponse response, Instant now) => _work.Complete(response, now);

    public void Wake(Instant now)
    {
        _work.SetNow(now);
        _delayed.Move(now);
        if (_work.IsResyncDue(now))
        {
            foreach (var key in _terminating.Keys) _work.Queue.Add(key);
        }

        _work.Run();
    }

    public void TakeRequests(List<ApiRequest> into) => _work.Routines.TakeRequests(into);
}
