using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>
/// Keys that enter a queue later: asked for at a time, or after failures in a row with doubling delays (delaying_queue.go and
/// default_rate_limiters.go of 1.3.10).
/// </summary>
/// <param name="first">Delay after the first failure.</param>
/// <param name="longest">No delay after a failure is longer.</param>
internal sealed class DelayedKeys(WorkQueue queue, TimeSpan first, TimeSpan longest)
{
    private readonly SortedSet<(Instant At, ObjectKey Key)> _waiting = [];
    private readonly Dictionary<ObjectKey, TimeSpan> _delays = [];

    /// <summary>With the delays of most queues of 1.3.</summary>
    public DelayedKeys(WorkQueue queue)
        : this(queue, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(1000))
    {
    }

    public Instant? Next => _waiting.Count > 0 ? _waiting.Min.At : null;

    public void Add(ObjectKey key, Instant at) => _waiting.Add((at, key));

    public void AddAfterFailure(ObjectKey key, Instant now)
    {
        var delay = _delays.TryGetValue(key, out var last) ? last * 2 : first;
        delay = delay < longest ? delay : longest;
        _delays[key] = delay;
        Add(key, now + delay);
    }

    /// <summary>It has worked: the next failure is the first.</summary>
    public void Forget(ObjectKey key) => _delays.Remove(key);

    /// <summary>Moves what is due into the queue.</summary>
    public void Move(Instant now)
    {
        while (_waiting.Count > 0 && _waiting.Min.At <= now)
        {
            var due = _waiting.Min;
            _waiting.Remove(due);
            queue.Add(due.Key);
        }
    }
}
