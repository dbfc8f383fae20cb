using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>A node in an eviction queue.</summary>
/// <param name="AddedAt">When it entered the queue.</param>
/// <param name="DueAt">When it is to be handled.</param>
internal readonly record struct TimedNode(string Node, Instant AddedAt, Instant DueAt);

/// <summary>Nodes by due time, each at most once (UniqueQueue in rate_limited_queue.go of 1.3.10).</summary>
/// <remarks>The order of equal due times is that of Go's container/heap, and so are the sifts here: evictions show it.</remarks>
internal sealed class TimedQueue
{
    private readonly List<TimedNode> _heap = [];
    private readonly HashSet<string> _nodes = new(StringComparer.Ordinal);

    public int Count => _heap.Count;

    public TimedNode Head => _heap[0];

    public bool Add(string node, Instant now)
    {
        if (!_nodes.Add(node)) return false;
        Push(new TimedNode(node, now, now));
        return true;
    }

    public bool Remove(string node)
    {
        // Asked for every healthy node in every pass, mostly of an empty queue.
        if (_heap.Count == 0 || !_nodes.Remove(node)) return false;
        RemoveAt(IndexOf(node));
        return true;
    }

    /// <summary>Gives a queued node another due time.</summary>
    public void Replace(TimedNode node)
    {
        RemoveAt(IndexOf(node.Node));
        Push(node);
    }

    public void Clear()
    {
        _heap.Clear();
        _nodes.Clear();
    }

    private int IndexOf(string node) => _heap.FindIndex(entry => entry.Node == node);

    private void Push(TimedNode node)
    {
        _heap.Add(node);
        SiftUp(_heap.Count - 1);
    }

    private void RemoveAt(int index)
    {
        var last = _heap.Count - 1;
        Swap(index, last);
        if (index != last && !SiftDown(index, last)) SiftUp(index);
        _heap.RemoveAt(last);
    }

    private void SiftUp(int child)
    {
        while (child > 0)
        {
            var parent = (child - 1) / 2;
            if (!IsEarlier(child, parent)) return;
            Swap(parent, child);
            child = parent;
        }
    }

    private bool SiftDown(int start, int count)
    {
        var parent = start;
        while ((2 * parent) + 1 < count)
        {
            var child = (2 * parent) + 1;
            if (child + 1 < count && IsEarlier(child + 1, child)) child++;
            if (!IsEarlier(child, parent)) break;
            Swap(parent, child);
            parent = child;
        }

        return parent > start;
    }

    private bool IsEarlier(int left, int right) => _heap[left].DueAt < _heap[right].DueAt;

    private void Swap(int left, int right) => (_heap[left], _heap[right]) = (_heap[right], _heap[left]);
}
