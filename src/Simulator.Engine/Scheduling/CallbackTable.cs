namespace Simulator.Engine;

/// <summary>What is to be called, apart from when: the heap then moves small values without references in them.</summary>
internal sealed class CallbackTable
{
    private const int None = -1;

    private Callback[] _slots = new Callback[64];
    private int _used;
    private int _firstFree = None;

    public int Add(Action<object, long> action, object state, long argument, long sequence)
    {
        var slot = Allocate();
        ref var callback = ref _slots[slot];
        callback.Action = action;
        callback.State = state;
        callback.Argument = argument;
        callback.Sequence = sequence;
        return slot;
    }

    public bool IsPending(int slot, long sequence) => _slots[slot].Sequence == sequence && sequence > 0;

    /// <summary>Frees the slot and returns what was in it; the references are dropped, so that nothing is kept alive.</summary>
    public Callback Take(int slot)
    {
        ref var callback = ref _slots[slot];
        var taken = callback;
        callback = new Callback { Argument = _firstFree };
        _firstFree = slot;
        return taken;
    }

    private int Allocate()
    {
        if (_firstFree == None)
        {
            if (_used == _slots.Length) Array.Resize(ref _slots, _used * 2);
            return _used++;
        }

        var slot = _firstFree;
        _firstFree = (int)_slots[slot].Argument;
        return slot;
    }
}

/// <summary>A free slot has sequence 0 and holds the next free slot in <see cref="Argument"/>.</summary>
internal struct Callback
{
    public Action<object, long> Action;
    public object State;
    public long Argument;
    public long Sequence;
}
