namespace Simulator.Engine;

/// <summary>A four-way heap of appointments, the earliest on top. Push and removal O(log n), fill O(n).</summary>
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

        Append(item);
        SiftUp(_count - 1, item);
    }

    public bool TryPeek(out Appointment top)
    {
        if (_topTaken) RemoveTop();
        top = _items[0];
        return _count > 0;
    }

    /// <summary>Removes what <see cref="TryPeek"/> has just returned.</summary>
    public void TakeTop() => _topTaken = true;

    /// <summary>Adds without ordering; <see cref="Order"/> must follow.</summary>
    public void Append(in Appointment item)
    {
        if (_count == _items.Length) Array.Resize(ref _items, _count * 2);
        _items[_count++] = item;
    }

    public void Order()
    {
        if (_count < 2) return;
        for (var i = (_count - 2) / Fanout; i >= 0; i--) SiftDown(i, _items[i]);
    }

    /// <summary>All appointments, in no useful order; the heap is empty afterwards.</summary>
    public ReadOnlySpan<Appointment> TakeAll()
    {
        if (_topTaken) RemoveTop();
        var all = _items.AsSpan(0, _count);
        _count = 0;
        return all;
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
        if (first + Fanout > items.Length) return LeastOfLast(items, first);
        var left = first + (items[first + 1].IsBefore(items[first]) ? 1 : 0);
        var right = first + 2 + (items[first + 3].IsBefore(items[first + 2]) ? 1 : 0);
        return items[right].IsBefore(items[left]) ? right : left;
    }

    private static int LeastOfLast(ReadOnlySpan<Appointment> items, int first)
    {
        var least = first;
        for (var i = first + 1; i < items.Length; i++)
        {
            if (items[i].IsBefore(items[least])) least = i;
        }

        return least;
    }
}
