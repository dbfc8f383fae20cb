namespace Simulator.Engine;

/// <summary>
/// Everything that is still to happen, in its total order: a small heap for the bucket of time that is being worked off,
/// a <see cref="Calendar"/> for the rest.
/// </summary>
/// <remarks>Measured on one core, each timeout scheduling its successor: 19 M timeouts a second at 10,000 pending and 10 M at 100,000; one
/// heap of everything 9 M and 4 M. The tests hold it equal to a sorted set.</remarks>
internal sealed class Agenda
{
    private const int SequenceBits = 48;
    private const int HeapLimitMin = 512;
    private const int CancelledMin = 64;

    private readonly CallbackTable _table = new();
    private readonly AppointmentHeap _heap = new();
    private readonly Calendar _calendar;
    private int _heapLimit = HeapLimitMin;
    private long _sequence;
    private int _cancelled;

    public Agenda() => _calendar = new Calendar(_table);

    /// <summary>Callbacks that wait; cancelled ones are not counted.</summary>
    public int Count { get; private set; }

    public TimerHandle Add(long ticks, int priority, Action<object, long> action, object state, long argument)
    {
        if ((short)priority != priority) throw new ArgumentOutOfRangeException(nameof(priority), priority, "A priority has 16 bits.");
        var order = ((long)priority << SequenceBits) + ++_sequence;
        var slot = _table.Add(new Callback { Action = action, State = state, Argument = argument, Ticks = ticks, Order = order });
        if (!_calendar.TryAdd(ticks, slot)) AddToHeap(new Appointment(ticks, order, slot));
        Count++;
        return new TimerHandle(slot, order);
    }

    public bool IsPending(TimerHandle handle) => _table.IsPending(handle.Slot, handle.Order);

    public bool Cancel(TimerHandle handle)
    {
        if (!IsPending(handle)) return false;
        _table.Clear(handle.Slot);
        Count--;
        _cancelled++;
        if (_cancelled > CancelledMin && _cancelled > Count) DropCancelled();
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
    public bool TryTake(long limit, out Callback callback)
    {
        if (!TryPeek(out Appointment top) || top.Ticks > limit)
        {
            callback = default;
            return false;
        }

        callback = _table[top.Slot];
        _heap.TakeTop();
        _table.Clear(top.Slot);
        _table.Free(top.Slot);
        Count--;
        return true;
    }

    private bool TryPeek(out Appointment top)
    {
        while (_heap.TryPeek(out top) || (FillHeap() && _heap.TryPeek(out top)))
        {
            if (_table[top.Slot].Order == top.Order) return true;
            _heap.TakeTop();
            Forget(top.Slot);
        }

        return false;
    }

    private bool FillHeap()
    {
        while (_heap.Count == 0)
        {
            var slot = _calendar.Open();
            if (slot == CallbackTable.None) return false;
            MoveToHeap(slot);
        }

        _heap.Order();
        _heapLimit = Math.Max(HeapLimitMin, _heap.Count * 2);
        return true;
    }

    private void MoveToHeap(int slot)
    {
        while (slot != CallbackTable.None)
        {
            ref var callback = ref _table[slot];
            var next = callback.Next;
            if (callback.Order == 0)
                Forget(slot);
            else
                _heap.Append(new Appointment(callback.Ticks, callback.Order, slot));
            slot = next;
        }
    }

    // Buckets that were right for few events are too long for many. The limit doubles with what is left in the heap, so that
    // simultaneous events, which no bucket can part, are not laid out again and again.
    private void AddToHeap(in Appointment item)
    {
        _heap.Push(item);
        if (_heap.Count > _heapLimit) LayOutAgain();
    }

    private void LayOutAgain()
    {
        foreach (ref readonly var item in _heap.TakeAll()) _calendar.AddBeyond(item.Slot);
        _calendar.Gather();
    }

    private void DropCancelled()
    {
        LayOutAgain();
        _calendar.DropCancelled();
        _cancelled = 0;
    }

    private void Forget(int slot)
    {
        _table.Free(slot);
        _cancelled--;
    }
}
