namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>A heap whose sifts are those of Go's container/heap: who comes first among equals shows in evictions.</summary>
internal sealed class TimedHeap<T>(Func<T, T, bool> isEarlier)
{
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public T Head => _items[0];

    public T this[int index] => _items[index];

    /// <summary>The place of the first that is meant, in the order in which the heap lies in memory; -1: there is none.</summary>
    public int Find(Predicate<T> isMeant) => _items.FindIndex(isMeant);

    public void Push(T item)
    {
        _items.Add(item);
        SiftUp(_items.Count - 1);
    }

    public void RemoveAt(int index)
    {
        var last = _items.Count - 1;
        Swap(index, last);
        if (index != last && !SiftDown(index, last)) SiftUp(index);
        _items.RemoveAt(last);
    }

    public void Clear() => _items.Clear();

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

    private bool IsEarlier(int left, int right) => isEarlier(_items[left], _items[right]);

    private void Swap(int left, int right) => (_items[left], _items[right]) = (_items[right], _items[left]);
}
