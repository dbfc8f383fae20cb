using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// The nodes of a zone that wait for their NoExecute taint, the oldest entry first, at the zone's rate (RateLimitedTimedQueue in
/// pkg/controller/nodelifecycle/scheduler/rate_limited_queue.go of 1.20).
/// </summary>
/// <remarks>
/// Names that were added and not removed since are known: they are not added again, also when their entry has been handled. Entries and
/// names can disagree (<see cref="Forget"/>), and an entry whose name is not known cannot be removed.
/// </remarks>
internal sealed class TaintQueue
{
    private const int Burst = 1;

    /// <summary>What a limiter that never gives a token says of its rate.</summary>
    private const float RateOfNever = 1;

    private readonly TimedHeap<Entry> _entries = new(
        static (left, right) => left.DueAt != right.DueAt ? left.DueAt < right.DueAt : left.Number < right.Number);

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private SteadyBucket? _tokens;
    private long _number;

    public TaintQueue(float qps) => _tokens = new SteadyBucket(qps, Burst);

    /// <summary>Nodes a second; 0 = stopped.</summary>
    public float Rate => _tokens?.Qps ?? 0;

    public bool Knows(string node) => _known.Contains(node);

    public bool Add(string node, Instant now)
    {
        if (!_known.Add(node)) return false;
        _entries.Push(new Entry(node, now, _number++));
        return true;
    }

    /// <summary>The name is not known any more; its entry stays (SetRemove).</summary>
    public void Forget(string node) => _known.Remove(node);

    /// <summary>Name and one entry go.</summary>
    public bool Remove(string node) => _known.Remove(node) && RemoveEntry(node);

    /// <summary>The entry was handled: it goes, if its name is known (RemoveFromQueue). False: it stays, in everybody's way.</summary>
    public bool Done(string node) => _known.Contains(node) && RemoveEntry(node);

    /// <summary>The first entry of the node is to be tried again, right after everything that is due now.</summary>
    public void Retry(string node, Instant now)
    {
        if (RemoveEntry(node)) _entries.Push(new Entry(node, now + TimeSpan.FromTicks(1), _number++));
    }

    /// <summary>Takes a token and gives out the head if it is due.</summary>
    public bool TryNext(Instant now, out string node)
    {
        node = "";
        if (_entries.Count == 0 || _tokens is null || !_tokens.TryTake(now)) return false;
        node = _entries.Head.Node;
        return now >= _entries.Head.DueAt;
    }

    /// <summary>When the next try would do anything; null while it cannot.</summary>
    public Instant? NextTryAt(Instant now) => _entries.Count == 0 ? null : _tokens?.NextTokenAt(now);

    /// <summary>Another rate from now on: the new bucket is full, but without its token if the old one had none (SwapLimiter).</summary>
    public void SetRate(float qps, Instant now)
    {
        if ((_tokens?.Qps ?? RateOfNever) == qps) return;
        var swapped = qps > 0 ? new SteadyBucket(qps, Burst) : null;
        if (swapped is not null && _tokens?.TryTake(now) != true) swapped.TryTake(now);
        _tokens = swapped;
    }

    private bool RemoveEntry(string node)
    {
        var place = _entries.Find(entry => entry.Node == node);
        if (place >= 0) _entries.RemoveAt(place);
        return place >= 0;
    }

    private readonly record struct Entry(string Node, Instant DueAt, long Number);
}
