using Simulator.ControlPlane;
using Simulator.Engine;

namespace Simulator.World;

/// <summary>Whom a watch tells.</summary>
public interface IWatcher
{
    void Deliver(in WatchEvent watchEvent);
}

/// <summary>One watcher's view of the store: every commit of its kinds, in order, each a little later than it happened.</summary>
public sealed class Watch : ICallback
{
    private readonly Simulation _simulation;
    private readonly LatencyModel _latency;
    private readonly IWatcher _watcher;
    private readonly HashSet<string> _kinds;
    private readonly Queue<WatchEvent> _underWay = [];
    private TimeSpan _lastDelivery;

    public Watch(Simulation simulation, LatencyModel latency, ObjectStore store, IEnumerable<string> kinds, IWatcher watcher)
    {
        (_simulation, _latency, _watcher) = (simulation, latency, watcher);
        _kinds = [.. kinds];
        store.Committed += OnCommitted;
    }

    void ICallback.Invoke(long payload) => _watcher.Deliver(_underWay.Dequeue());

    private void OnCommitted(WatchEvent watchEvent)
    {
        if (!_kinds.Contains(watchEvent.Object.Kind)) return;

        // Later events never overtake earlier ones: one stream.
        var at = _simulation.Now + _latency.OfWatch();
        _lastDelivery = at > _lastDelivery ? at : _lastDelivery;
        _underWay.Enqueue(watchEvent);
        _simulation.ScheduleAt(_lastDelivery, this);
    }
}
