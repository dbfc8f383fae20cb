using System.Numerics;

namespace Simulator.Engine;

/// <summary>
/// The later part of the queue: buckets of equal length for the time ahead, and a plain list for what lies beyond them.
/// Nothing in here is in order; a bucket is put in order when its time comes.
/// </summary>
internal sealed class Calendar(CallbackTable table)
{
    private const int BucketsMin = 8;
    private const int PerBucket = 4;
    private const int Samples = 31;

    private readonly long[] _samples = new long[Samples];
    private int[] _beyond = new int[64];
    private int _beyondCount;
    private int[] _heads = [];
    private int _buckets;
    private int _opened;
    private long _start;
    private int _shift;

    /// <summary>False if the time lies in a bucket that is already open: then it belongs into the heap.</summary>
    public bool TryAdd(long ticks, int slot)
    {
        var bucket = (ticks - _start) >> _shift;
        if (bucket < _opened) return false;
        if (bucket < _buckets)
            Link(slot, (int)bucket);
        else
            AddBeyond(slot);
        return true;
    }

    /// <summary>Takes out the next bucket that is not empty: its first slot, or None at the end of everything.</summary>
    public int Open()
    {
        while (_opened < _buckets || Spread())
        {
            var head = _heads[_opened++];
            if (head != CallbackTable.None) return head;
        }

        return CallbackTable.None;
    }

    /// <summary>Moves everything beyond the buckets; the next <see cref="Open"/> lays out new ones.</summary>
    public void Gather()
    {
        for (; _opened < _buckets; _opened++)
        {
            for (var slot = _heads[_opened]; slot != CallbackTable.None; slot = table[slot].Next) AddBeyond(slot);
        }

        CloseAll();
    }

    /// <summary>Frees the slots that have been cancelled. Only directly after <see cref="Gather"/>.</summary>
    public void DropCancelled()
    {
        var kept = 0;
        foreach (var slot in _beyond.AsSpan(0, _beyondCount))
        {
            if (table[slot].Order != 0)
                _beyond[kept++] = slot;
            else
                table.Free(slot);
        }

        _beyondCount = kept;
    }

    public void AddBeyond(int slot)
    {
        if (_beyondCount == _beyond.Length) Array.Resize(ref _beyond, _beyondCount * 2);
        _beyond[_beyondCount++] = slot;
    }

    // With no bucket laid out, every time from 0 on lies beyond.
    private void CloseAll()
    {
        _buckets = 0;
        _opened = 0;
        _start = 0;
        _shift = 0;
    }

    private void Link(int slot, int bucket)
    {
        table[slot].Next = _heads[bucket];
        _heads[bucket] = slot;
    }

    /// <summary>Lays out buckets from the earliest slot on, and fills them; false if there is no slot.</summary>
    private bool Spread()
    {
        CloseAll();
        if (_beyondCount == 0) return false;
        LayOut(Math.Max(BucketsMin, _beyondCount / PerBucket));
        var slots = _beyond.AsSpan(0, _beyondCount);
        _beyondCount = 0;
        foreach (var slot in slots) TryAdd(table[slot].Ticks, slot);
        return true;
    }

    private void LayOut(int buckets)
    {
        if (buckets > _heads.Length) _heads = new int[buckets * 2];
        _heads.AsSpan(0, buckets).Fill(CallbackTable.None);
        _start = Earliest();
        var width = (ulong)(MedianOfSample() - _start) * 2 / (ulong)buckets;
        _shift = 64 - BitOperations.LeadingZeroCount(width);
        _buckets = buckets;
    }

    private long Earliest()
    {
        var earliest = long.MaxValue;
        foreach (var slot in _beyond.AsSpan(0, _beyondCount)) earliest = Math.Min(earliest, table[slot].Ticks);
        return earliest;
    }

    // Half of the slots must fit, so that each is spread about twice at most; a far outlier must not stretch the buckets.
    private long MedianOfSample()
    {
        for (var i = 0; i < Samples; i++) _samples[i] = table[_beyond[(int)((long)i * _beyondCount / Samples)]].Ticks;
        Array.Sort(_samples);
        return _samples[Samples / 2];
    }
}
