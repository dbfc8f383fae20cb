using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Queue;

/// <summary>A binary heap of pods by key, in whose order even equals come out as they do in Go (container/heap).</summary>
/// <param name="isBefore">The left one comes out first.</param>
public sealed class PodHeap(Func<QueuedPod, QueuedPod, bool> isBefore)
{
    private readonly List<QueuedPod> _heap = [];

    private readonly Dictionary<ObjectKey, int> _places = [];

    public int Count => _heap.Count;

    public IEnumerable<ObjectKey> Keys => _places.Keys;

    public QueuedPod? Peek() => _heap.Count > 0 ? _heap[0] : null;

    public QueuedPod? Find(ObjectKey key) => _places.TryGetValue(key, out var place) ? _heap[place] : null;

    /// <summary>Adds a pod, or replaces the one of its key.</summary>
    public void Set(QueuedPod pod)
    {
        if (_places.TryGetValue(pod.Pod.Key, out var place))
        {
            _heap[place] = pod;
            Fix(place);
            return;
        }

        _places[pod.Pod.Key] = _heap.Count;
        _heap.Add(pod);
        Up(_heap.Count - 1);
    }

    public QueuedPod Pop()
    {
        var first = _heap[0];
        RemoveAt(0);
        return first;
    }

    public bool Remove(ObjectKey key)
    {
        if (!_places.TryGetValue(key, out var place)) return false;
        RemoveAt(place);
        return true;
    }

    private void RemoveAt(int place)
    {
        var last = _heap.Count - 1;
        Swap(place, last);
        _places.Remove(_heap[last].Pod.Key);
        _heap.RemoveAt(last);
        if (place < last) Fix(place);
    }

    private void Fix(int place)
    {
        if (!Down(place)) Up(place);
    }

    private void Up(int place)
    {
        while (place > 0)
        {
            var parent = (place - 1) / 2;
            if (!isBefore(_heap[place], _heap[parent])) return;
            Swap(place, parent);
            place = parent;
        }
    }

    /// <summary>True if it has moved.</summary>
    private bool Down(int start)
    {
        var place = start;
        while ((2 * place) + 1 < _heap.Count)
        {
            var child = (2 * place) + 1;
            if (child + 1 < _heap.Count && isBefore(_heap[child + 1], _heap[child])) child++;
            if (!isBefore(_heap[child], _heap[place])) break;
            Swap(place, child);
            place = child;
        }

        return place > start;
    }

    private void Swap(int left, int right)
    {
        (_heap[left], _heap[right]) = (_heap[right], _heap[left]);
        _places[_heap[left].Pod.Key] = left;
        _places[_heap[right].Pod.Key] = right;
    }
}
