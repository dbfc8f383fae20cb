using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>A timed queue whose head is handled as tokens allow (RateLimitedTimedQueue in rate_limited_queue.go of 1.3.10).</summary>
/// <remarks>The token is taken before the due time is looked at: a head that is not due yet is asked for at the token rate.</remarks>
internal sealed class RateLimitedQueue(TokenBucket tokens)
{
    private readonly TimedQueue _queue = new();

    public bool Add(string node, Instant now) => _queue.Add(node, now);

    public bool Remove(string node) => _queue.Remove(node);

    public void Clear() => _queue.Clear();

    /// <summary>When the next try would do anything at all; null while the queue is empty.</summary>
    public Instant? NextTryAt(Instant now) => _queue.Count == 0 ? null : tokens.NextTokenAt(now);

    /// <summary>Takes a token and gives out the head if it is due.</summary>
    public bool TryNext(Instant now, out TimedNode head)
    {
        head = default;
        if (_queue.Count == 0 || !tokens.TryTake(now)) return false;
        head = _queue.Head;
        return now >= head.DueAt;
    }

    public void Done(TimedNode head) => _queue.Remove(head.Node);

    /// <summary>Keeps the head for later; the extra tick stands for the nanosecond that the original adds.</summary>
    public void Retry(TimedNode head, Instant handledAt, TimeSpan delay) =>
        _queue.Replace(head with { DueAt = handledAt + delay + TimeSpan.FromTicks(1) });
}
