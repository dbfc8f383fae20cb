using Simulator.Api;

namespace Simulator.ControlPlane.Federation.ReplicaSets;

/// <summary>Keys that are due at a time; of several times of one key the first counts (delaying_deliverer.go of 1.4.0).</summary>
internal sealed class FirstDue
{
    private readonly SortedSet<(Instant At, ObjectKey Key)> _queue = [];
    private readonly Dictionary<ObjectKey, Instant> _due = [];

    public Instant? Next => _queue.Count > 0 ? _queue.Min.At : null;

    public void Add(ObjectKey key, Instant at)
    {
        if (_due.TryGetValue(key, out var before))
        {
            if (before <= at) return;
            _queue.Remove((before, key));
        }

        _due[key] = at;
        _queue.Add((at, key));
    }

    public bool TryTake(Instant now, out ObjectKey key)
    {
        key = default;
        if (_queue.Count == 0 || _queue.Min.At > now) return false;
        key = _queue.Min.Key;
        _queue.Remove(_queue.Min);
        return _due.Remove(key);
    }
}
