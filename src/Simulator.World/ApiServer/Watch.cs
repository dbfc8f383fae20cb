using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>Whom a watch tells.</summary>
public interface IWatcher
{
    void Deliver(in WatchEvent watchEvent);
}

/// <summary>One watcher's view of the store: every commit of its kinds, in order, each a little later than it happened. It can be closed and go on from where it stood.</summary>
public sealed class Watch : ICallback
{
    private readonly Simulation _simulation;
    private readonly LatencyModel _latency;
    private readonly ObjectStore _store;
    private readonly IWatcher _watcher;
    private readonly HashSet<string> _kinds;
    private readonly Queue<(long Revision, WatchEvent Event)> _underWay = [];
    private Dictionary<(string Kind, ObjectKey Key), ApiObject>? _viewKept;
    private TimeSpan _lastDelivery;
    private long _lastRevision;
    private int _openings;

    public Watch(Simulation simulation, LatencyModel latency, ObjectStore store, IEnumerable<string> kinds, IWatcher watcher)
    {
        (_simulation, _latency, _store, _watcher) = (simulation, latency, store, watcher);
        _kinds = [.. kinds];
        Open();
    }

    public bool IsOpen { get; private set; }

    /// <summary>The connection breaks: what was under way will be sent again, from the revision on that was delivered last.</summary>
    public void Close()
    {
        if (!IsOpen) return;
        IsOpen = false;
        if (_underWay.Count == 0) _lastRevision = _store.Revision;
        _underWay.Clear();
        _store.Committed -= OnCommitted;
        _store.Compacting += KeepView;
    }

    /// <summary>Goes on from where it stood; false if that is compacted: then everything has to be listed again.</summary>
    public bool TryReopen()
    {
        if (_store.ChangesAfter(_lastRevision, _kinds) is not { } missed) return false;
        Open();
        foreach (var (revision, change) in missed) Send(revision, change);
        return true;
    }

    /// <summary>After a new LIST: tells how the present state differs from what was delivered before, kind by kind in key order.</summary>
    public void Relist(IEnumerable<string> kindsInOrder)
    {
        var known = _viewKept ?? ViewAt(_lastRevision);
        Open();
        foreach (var kind in kindsInOrder)
        {
            foreach (var now in _store.List(kind)) Tell(known, now);
            foreach (var gone in known.Values.Where(old => old.Kind == kind).OrderBy(old => old.Key).ToList()) Send(_store.Revision, new WatchEvent(WatchEventType.Deleted, gone, gone));
        }
    }

    /// <summary>For good: the watcher has ended.</summary>
    public void Stop()
    {
        Close();
        _openings++;
        _store.Compacting -= KeepView;
    }

    void ICallback.Invoke(long payload)
    {
        // An event of a connection that has broken since.
        if (payload != _openings || !IsOpen) return;
        (_lastRevision, var watchEvent) = _underWay.Dequeue();
        _watcher.Deliver(watchEvent);
    }

    private void Open()
    {
        IsOpen = true;
        _openings++;
        _viewKept = null;
        _store.Compacting -= KeepView;
        _store.Committed += OnCommitted;
    }

    private void OnCommitted(WatchEvent watchEvent)
    {
        if (_kinds.Contains(watchEvent.Object.Kind)) Send(_store.Revision, watchEvent);
    }

    private void Send(long revision, in WatchEvent watchEvent)
    {
        // Later events never overtake earlier ones: one stream.
        var at = _simulation.Now + _latency.OfWatch();
        _lastDelivery = at > _lastDelivery ? at : _lastDelivery;
        _underWay.Enqueue((revision, watchEvent));
        _simulation.ScheduleAt(_lastDelivery, this, _openings);
    }

    private void Tell(Dictionary<(string Kind, ObjectKey Key), ApiObject> known, ApiObject now)
    {
        known.Remove((now.Kind, now.Key), out var before);
        if (before is null) Send(_store.Revision, new WatchEvent(WatchEventType.Added, now, null));
        else if (before.Metadata.ResourceVersion != now.Metadata.ResourceVersion) Send(_store.Revision, new WatchEvent(WatchEventType.Modified, now, before));
    }

    /// <summary>A client compares a new LIST with its cache; here the cache is the history, as long as it is there.</summary>
    private void KeepView(long compactedUpTo)
    {
        if (_lastRevision < compactedUpTo) _viewKept ??= ViewAt(_lastRevision);
    }

    private Dictionary<(string Kind, ObjectKey Key), ApiObject> ViewAt(long revision) =>
        _kinds.SelectMany(kind => _store.List(kind, revision)).ToDictionary(value => (value.Kind, value.Key));
}
