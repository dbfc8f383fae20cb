using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>
/// Keys that enter a queue later, each at the earliest of the times asked for (delaying_queue.go, default_rate_limiters.go of client-go).
/// </summary>
internal sealed class Retries(WorkQueue queue, RetryPace pace, Instant start)
{
    private readonly SortedSet<(Instant At, ObjectKey Key)> _waiting = [];
    private readonly Dictionary<ObjectKey, Instant> _times = [];
    private readonly Dictionary<ObjectKey, int> _failures = [];
    private readonly TokenBucket? _overall = pace.Qps > 0 ? new TokenBucket(pace.Qps, pace.Burst, start) : null;

    public Instant? Next => _waiting.Count > 0 ? _waiting.Min.At : null;

    public void Add(ObjectKey key, Instant at)
    {
        if (_times.TryGetValue(key, out var known))
        {
            if (known <= at) return;
            _waiting.Remove((known, key));
        }

        _times[key] = at;
        _waiting.Add((at, key));
    }

    public void AddAfterFailure(ObjectKey key, Instant now)
    {
        var own = pace.DelayAfter(_failures[key] = FailuresOf(key) + 1);
        var common = _overall?.Take(now) ?? TimeSpan.Zero;
        Add(key, now + (own > common ? own : common));
    }

    /// <summary>How often it has failed in a row.</summary>
    public int FailuresOf(ObjectKey key) => _failures.GetValueOrDefault(key);

    /// <summary>It has worked: the next failure is the first.</summary>
    public void Forget(ObjectKey key) => _failures.Remove(key);

    /// <summary>Moves what is due into the queue.</summary>
    public void Move(Instant now)
    {
        while (_waiting.Count > 0 && _waiting.Min.At <= now)
        {
            var due = _waiting.Min;
            _waiting.Remove(due);
            _times.Remove(due.Key);
            queue.Add(due.Key);
        }
    }
}
