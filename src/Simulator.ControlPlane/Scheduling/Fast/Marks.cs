using System.Runtime.InteropServices;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>
/// Nodes that differ from their group for one decision: there are pods to spread against, or pods near. Only nodes that may be chosen get a
/// mark.
/// </summary>
internal sealed class Marks(FastWork work)
{
    private readonly List<int> _ranks = [];
    private ulong[] _marked = [];
    private int[] _spread = [];
    private long[] _attraction = [];
    private NodeGroups _groups = new(0);
    private NodeMask _mask = new();

    /// <summary>In no order.</summary>
    public ReadOnlySpan<int> Ranks => CollectionsMarshal.AsSpan(_ranks);

    /// <summary>The ranks as bits.</summary>
    public ReadOnlySpan<ulong> Words => _marked;

    /// <summary>To be called when the mask is done.</summary>
    public void Start(NodeGroups groups, NodeMask mask)
    {
        Forget();
        (_groups, _mask) = (groups, mask);
        if (_spread.Length == groups.NodeCount) return;
        _spread = new int[groups.NodeCount];
        _attraction = new long[groups.NodeCount];
        _marked = new ulong[(groups.NodeCount + 63) / 64];
    }

    public int SpreadOf(int rank) => _spread[rank];

    /// <summary>Counts pods to spread against.</summary>
    public void AddSpread(int rank, int pods)
    {
        if (Mark(rank)) _spread[rank] += pods;
    }

    public long AttractionOf(int rank) => _attraction[rank];

    public void AddAttraction(int rank, long amount)
    {
        if (Mark(rank)) _attraction[rank] += amount;
    }

    /// <summary>May the node be chosen? Below 0: a node without an object.</summary>
    public bool Fits(int rank) => rank >= 0 && _groups.GroupOf(rank) >= 0 && _mask.Contains(rank);

    private bool Mark(int rank)
    {
        if (!Fits(rank)) return false;
        if ((_marked[rank >> 6] & (1UL << rank)) != 0) return true;
        _marked[rank >> 6] |= 1UL << rank;
        _ranks.Add(rank);
        return true;
    }

    private void Forget()
    {
        work.NodesMarked += _ranks.Count;
        foreach (var rank in _ranks)
        {
            _marked[rank >> 6] = 0;
            (_spread[rank], _attraction[rank]) = (0, 0);
        }

        _ranks.Clear();
    }
}
