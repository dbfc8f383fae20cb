using System.Numerics;
using System.Runtime.InteropServices;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>Finds the k-th of the best nodes in name order by counting bits, 64 nodes at a time.</summary>
internal sealed class TieBreak
{
    private ulong[] _marked = [];

    /// <summary>
    /// The rank of the k-th (from 0) of what is left of some groups, and of some marked nodes; k must be below their number.
    /// </summary>
    public int Select(NodeGroups groups, List<int> best, NodeMask mask, Marks marks, List<int> bestMarked, int k)
    {
        var words = (groups.NodeCount + 63) / 64;
        if (_marked.Length != words) _marked = new ulong[words];
        foreach (var rank in bestMarked) _marked[rank >> 6] |= 1UL << rank;
        var found = Find(groups, best, mask, marks, k);
        foreach (var rank in bestMarked) _marked[rank >> 6] = 0;
        return found;
    }

    private int Find(NodeGroups groups, List<int> best, NodeMask mask, Marks marks, int k)
    {
        var all = groups.All;
        var numbers = CollectionsMarshal.AsSpan(best);
        var marked = marks.Words;
        for (var i = 0; i < _marked.Length; i++)
        {
            var word = 0UL;
            foreach (var group in numbers) word |= all[group].Nodes.Words[i];
            if (!mask.IsFull) word &= mask.Words[i];
            word = (word & ~marked[i]) | _marked[i];
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
