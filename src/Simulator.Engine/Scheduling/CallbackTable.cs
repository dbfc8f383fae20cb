namespace Simulator.Engine;

/// <summary>What is to be called. The slots stay where they are; the queue moves and links their numbers.</summary>
internal sealed class CallbackTable
{
    public const int None = -1;

    private Callback[] _slots = new Callback[64];
    private int _used;
    private int _firstFree = None;

    public ref Callback this[int slot] => ref _slots[slot];

    public bool IsPending(int slot, long order) => order != 0 && _slots[slot].Order == order;

    public int Add(in Callback callback)
    {
        var slot = Allocate();
        _slots[slot] = callback;
        return slot;
    }

    /// <summary>
    /// Forgets what was to be called, so that nothing is kept alive. The slot stays taken: the queue still holds its number.
    /// </summary>
    public void Clear(int slot)
    {
        ref var callback = ref _slots[slot];
        callback.Action = null!;
        callback.State = null!;
        callback.Order = 0;
    }

    public void Free(int slot)
    {
        _slots[slot].Next = _firstFree;
        _firstFree = slot;
    }

    private int Allocate()
    {
        if (_firstFree == None)
        {
            if (_used == _slots.Length) Array.Resize(ref _slots, _used * 2);
            return _used++;
        }

        var slot = _firstFree;
        _firstFree = _slots[slot].Next;
        return slot;
    }
}
