namespace Simulator.Engine;

/// <summary>A four-way heap of appointments, the earliest on top. Push and removal O(log n), rebuild O(n).</summary>
internal sealed class AppointmentHeap
{
    private const int Fanout = 4;

    private Appointment[] _items = new Appointment[64];
    private int _count;

    // The top is removed only when the next operation needs it gone: an event that schedules its successor, the usual case,
    // then costs one walk down instead of a walk down and a walk up.
    private bool _topTaken;

    public int Count => _topTaken ? _count - 1 : _count;

    public void Push(in Appointment item)
    {
        if (_topTaken)
        {
            _topTaken = false;
            SiftDown(0, item);
            return;
        }

        if (_count == _items.Length) Array.Resize(ref _items, _count * 2);
        SiftUp(_count++, item);
    }

    public bool TryPeek(out Appointment top)
    {
        if (_topTaken) RemoveTop();
        top = _items[0];
        return _count > 0;
    }

    /// <summary>Removes what <see cref="TryPeek"/> has just returned.</summary>
    public void TakeTop() => _topTaken = true;

    /// <summary>Drops the appointments that the table no longer knows.</summary>
    public void KeepPending(CallbackTable table)
    {
        if (_topTaken) RemoveTop();
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (table.IsPending(_items[i].Slot, _items[i].Sequence)) _items[kept++] = _items[i];
        }

        _count = kept;
        for (var i = (_count - 2) / Fanout; i >= 0 && _count > 1; i--) SiftDown(i, _items[i]);
    }

    private void RemoveTop()
    {
        _topTaken = false;
        _count--;
        if (_count > 0) SiftDown(0, _items[_count]);
    }

    private void SiftUp(int hole, in Appointment item)
    {
        var items = _items;
        while (hole > 0)
        {
            var parent = (hole - 1) / Fanout;
            if (!item.IsBefore(items[parent])) break;
            items[hole] = items[parent];
            hole = parent;
        }

        items[hole] = item;
    }

    private void SiftDown(int hole, Appointment item)
    {
        var items = _items.AsSpan(0, _count);
        for (var first = (hole * Fanout) + 1; first < items.Length; first = (hole * Fanout) + 1)
        {
            var least = Least(items, first);
            if (!items[least].IsBefore(item)) break;
            items[hole] = items[least];
            hole = least;
        }

        items[hole] = item;
    }

    private static int Least(ReadOnlySpan<Appointment> items, int first)
    {
        var end = Math.Min(first + Fanout, items.Length);
        var least = first;
        for (var i = first + 1; i < end; i++)
        {
            if (items[i].IsBefore(items[least])) least = i;
        }

        return least;
    }
}
