namespace Simulator.Engine;

/// <summary>Everything that is still to happen, in its total order.</summary>
internal sealed class Agenda
{
    private const int StaleMinimum = 64;

    private readonly AppointmentHeap _heap = new();
    private readonly CallbackTable _table = new();
    private long _sequence;
    private int _stale;

    /// <summary>Callbacks that wait; cancelled ones are not counted.</summary>
    public int Count => _heap.Count - _stale;

    public TimerHandle Add(long ticks, int priority, Action<object, long> action, object state, long argument)
    {
        var sequence = ++_sequence;
        var slot = _table.Add(action, state, argument, sequence);
        _heap.Push(new Appointment(ticks, priority, sequence, slot));
        return new TimerHandle(slot, sequence);
    }

    public bool IsPending(TimerHandle handle) => _table.IsPending(handle.Slot, handle.Sequence);

    public bool Cancel(TimerHandle handle)
    {
        if (!IsPending(handle)) return false;
        _table.Take(handle.Slot);
        _stale++;
        if (_stale > StaleMinimum && _stale > _heap.Count / 2) DropStale();
        return true;
    }

    /// <summary>The ticks of the earliest callback; false if there is none.</summary>
    public bool TryPeek(out long ticks)
    {
        var any = TryPeek(out Appointment top);
        ticks = top.Ticks;
        return any;
    }

    /// <summary>Removes the earliest callback, unless it is due after <paramref name="limit"/> ticks or there is none.</summary>
    public bool TryTake(long limit, out long ticks, out Callback callback)
    {
        callback = default;
        var any = TryPeek(out Appointment top);
        ticks = top.Ticks;
        if (!any || ticks > limit) return false;
        _heap.TakeTop();
        callback = _table.Take(top.Slot);
        return true;
    }

    private bool TryPeek(out Appointment top)
    {
        while (_heap.TryPeek(out top))
        {
            if (_table.IsPending(top.Slot, top.Sequence)) return true;
            _heap.TakeTop();
            _stale--;
        }

        return false;
    }

    private void DropStale()
    {
        _heap.KeepPending(_table);
        _stale = 0;
    }
}
