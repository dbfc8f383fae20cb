using System.Numerics;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>A set of node ranks as bits: the k-th member of a union is found by counting bits, 64 nodes at a time.</summary>
internal sealed class NodeSet(int nodes)
{
    private readonly ulong[] _words = new ulong[(nodes + 63) / 64];

    public int Count { get; private set; }

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

    /// <summary>The rank of the k-th member (from 0, in rank order) of the union of disjoint sets; k must be below their total.</summary>
    public static int Select(List<NodeSet> sets, int k)
    {
        var words = sets[0]._words.Length;
        for (var i = 0; i < words; i++)
        {
            var word = 0UL;
            foreach (var set in sets) word |= set._words[i];
            var members = BitOperations.PopCount(word);
            if (k < members) return (i << 6) + SelectInWord(word, k);
            k -= members;
        }

        throw new ArgumentOutOfRangeException(nameof(k), "the sets have fewer members");
    }

    private static int SelectInWord(ulong word, int k)
    {
        for (; k > 0; k--) word &= word - 1;
        return BitOperations.TrailingZeroCount(word);
    }
}
