using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>A node in an eviction queue.</summary>
/// <param name="AddedAt">When it entered the queue.</param>
/// <param name="DueAt">When it is to be handled.</param>
internal readonly record struct TimedNode(string Node, Instant AddedAt, Instant DueAt);

/// <summary>Nodes by due time, each at most once (UniqueQueue in rate_limited_queue.go of 1.3.10).</summary>
/// <remarks>The order of equal due times is that of Go's container/heap: evictions show it.</remarks>
internal sealed class TimedQueue
{
    private readonly TimedHeap<TimedNode> _heap = new(static (left, right) => left.DueAt < right.DueAt);
    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);

    public int Count => _heap.Count;

    public TimedNode Head => _heap.Head;

    public bool Add(string node, Instant now)
    {
        if (!_nodes.Add(node)) return false;
        _heap.Push(new TimedNode(node, now, now));
        return true;
    }

    public bool Remove(string node)
    {
        // Asked for every healthy node in every pass, mostly of an empty queue.
        if (_heap.Count == 0 || !_nodes.Remove(node)) return false;
        _heap.RemoveAt(IndexOf(node));
        return true;
    }

    /// <summary>Gives a queued node another due time.</summary>
    public void Replace(TimedNode node)
    {
        _heap.RemoveAt(IndexOf(node.Node));
        _heap.Push(node);
    }

    public void Clear()
    {
        _heap.Clear();
        _nodes.Clear();
    }

    private int IndexOf(string node) => _heap.Find(entry => entry.Node == node);
}
