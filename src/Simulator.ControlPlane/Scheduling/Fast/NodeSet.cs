using System.Numerics;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>A set of node ranks as bits: unions, differences and counts take 64 nodes at a time.</summary>
internal sealed class NodeSet(int nodes)
{
    private readonly ulong[] _words = new ulong[(nodes + 63) / 64];

    public int Count { get; private set; }

    /// <summary>Bit by bit, 64 ranks a word.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>The node must not be in the set.</summary>
    public void Add(int rank)
    {
        _words[rank >> 6] |= 1UL << rank;
        Count++;
    }

    /// <summary>The node must be in the set.</summary>
    public void Remove(int rank)
    {
        _words[rank >> 6] &= ~(1UL << rank);
        Count--;
    }

    /// <summary>The other set must be of as many nodes.</summary>
    public void CopyFrom(NodeSet other)
    {
        other._words.CopyTo(_words, 0);
        Count = other.Count;
    }

    public void Clear()
    {
        Array.Clear(_words);
        Count = 0;
    }

    public bool Contains(int rank) => (_words[rank >> 6] & (1UL << rank)) != 0;

    /// <summary>Members that are in the other set, too.</summary>
    public int CountWithin(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        for (var i = 0; i < _words.Length; i++) count += BitOperations.PopCount(_words[i] & words[i]);
        return count;
    }
}
