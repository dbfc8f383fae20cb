using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.ApiServer;

/// <summary>Whom a watch tells.</summary>
public interface IWatcher
{
    void Deliver(in WatchEvent watchEvent);

    /// <summary>False: the event would change nothing, and is not sent.</summary>
    bool Wants(in WatchEvent watchEvent) => true;
}

/// <summary>
/// One watcher's view of the store: every commit of its kinds, in order, each a little later than it happened. It can be closed and go on
/// from where it stood.
/// </summary>
public sealed class Watch : ICallback
{
    private readonly Simulation _simulation;
    private readonly LatencyModel _latency;
    private readonly ObjectStore _store;
    private readonly IWatcher _watcher;
    private readonly HashSet<string> _kinds;
    private readonly Queue<WatchEvent> _underWay = [];
    private Dictionary<(string Kind, ObjectKey Key), ApiObject>? _viewKept;
    private TimeSpan _lastDelivery;
    private long? _closedAt;
    private int _openings;
    private bool _isHeld;

    public Watch(Simulation simulation, LatencyModel latency, ObjectStore store, IEnumerable<string> kinds, IWatcher watcher)
    {
        (_simulation, _latency, _store, _watcher) = (simulation, latency, store, watcher);
        _kinds = [.. kinds];
        Open();
    }

    public bool IsOpen { get; private set; }

    /// <summary>The connection breaks: what was under way is told again after it is opened again.</summary>
    public void Close()
    {
        if (!IsOpen) return;
        IsOpen = false;
        _closedAt = _store.Revision;
        _store.BeginHistory();
        _store.Committed -= OnCommitted;
        _store.Compacting += KeepView;
    }

    /// <summary>One end of the connection hangs: events wait in it.</summary>
    public void Hold() => _isHeld = true;

    /// <summary>The connection works again: what waits comes now, in its order.</summary>
    public void Flow()
    {
        if (!_isHeld) return;
        _isHeld = false;
        if (IsOpen) SendAgain();
    }

    /// <summary>Goes on from where it stood; false if that is compacted: then everything has to be listed again.</summary>
    public bool TryReopen()
    {
        if (_store.ChangesAfter(_closedAt!.Value, _kinds) is not { } missed) return false;
        Open();
        foreach (var change in missed) Send(change);
        return true;
    }

    /// <summary>After a new LIST: tells how the present state differs from what was delivered before, kind by kind in key order.</summary>
    public void Relist(IEnumerable<string> kindsInOrder)
    {
        var known = _viewKept ?? ViewAt(_closedAt!.Value);
        Open();
        foreach (var kind in kindsInOrder)
        {
            foreach (var now in _store.List(kind)) Tell(known, now);
            foreach (var gone in known.Values.Where(old => old.Kind == kind).OrderBy(old => old.Key).ToList())
            {
                Send(new WatchEvent(WatchEventType.Deleted, gone, gone));
            }
        }
    }

    /// <summary>For good: the watcher has ended.</summary>
    public void Stop()
    {
        Close();
        EndClosing();
        _openings++;
    }

    void ICallback.Invoke(long payload)
    {
        // An event of a connection that has broken since.
        if (payload != _openings || !IsOpen || _isHeld) return;
        _watcher.Deliver(_underWay.Dequeue());
    }

    private void Open()
    {
        (IsOpen, _isHeld) = (true, false);
        EndClosing();
        _store.Committed += OnCommitted;
        SendAgain();
    }

    /// <summary>Deliveries that were planned before mean nothing any more.</summary>
    private void SendAgain()
    {
        _openings++;
        var again = _underWay.ToArray();
        _underWay.Clear();
        foreach (var watchEvent in again) Send(watchEvent);
    }

    private void EndClosing()
    {
        if (_closedAt is null) return;
        _closedAt = null;
        _viewKept = null;
        _store.EndHistory();
        _store.Compacting -= KeepView;
    }

    private void OnCommitted(WatchEvent watchEvent)
    {
        if (_kinds.Contains(watchEvent.Object.Kind)) Send(watchEvent);
    }

    private void Send(in WatchEvent watchEvent)
    {
        if (!_watcher.Wants(watchEvent)) return;

        // Later events never overtake earlier ones: one stream.
        var at = _simulation.Now + _latency.OfWatch();
        _lastDelivery = at > _lastDelivery ? at : _lastDelivery;
        _underWay.Enqueue(watchEvent);
        _simulation.ScheduleAt(_lastDelivery, this, _openings);
    }

    private void Tell(Dictionary<(string Kind, ObjectKey Key), ApiObject> known, ApiObject now)
    {
        known.Remove((now.Kind, now.Key), out var before);
        if (before is null) Send(new WatchEvent(WatchEventType.Added, now, null));
        else if (before.Metadata.ResourceVersion != now.Metadata.ResourceVersion)
        {
            Send(new WatchEvent(WatchEventType.Modified, now, before));
        }
    }

    /// <summary>A client compares a new LIST with its cache; here the cache is the history, as long as it is there.</summary>
    private void KeepView(long compactedUpTo)
    {
        if (_closedAt < compactedUpTo) _viewKept ??= ViewAt(_closedAt!.Value);
    }

    private Dictionary<(string Kind, ObjectKey Key), ApiObject> ViewAt(long revision) =>
        _kinds.SelectMany(kind => _store.List(kind, revision)).ToDictionary(value => (value.Kind, value.Key));
}
